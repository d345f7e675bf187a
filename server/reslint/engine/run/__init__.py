"""Running rules on a draft: settings, the plan of a run, the run, and the examples that test rules."""
