"""The kinds of activity: data, checks, marks and paper forms, without a screen."""
