"""What goes on a stick: plan, writing, check, and the edition for any browser."""
