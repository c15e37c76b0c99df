"""Qt pieces that know no screen."""
