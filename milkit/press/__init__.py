"""The printing press: lays out sheets on A4 or Letter and paints them."""
