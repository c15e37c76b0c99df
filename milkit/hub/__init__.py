"""What a coordinator does with results files: collect, merge, report, pass on."""
