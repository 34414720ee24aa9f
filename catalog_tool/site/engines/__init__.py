"""The engines that put the pages of the catalog into the frame of a theme.

Both build the same pages: bodies, words, style sheets, and scripts are ours. What is done to the
finished folder afterwards is the same too.
"""
