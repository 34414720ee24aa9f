"""What is right: the rules, the engine that applies them, fixes and reporters."""
