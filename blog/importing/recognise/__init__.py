"""Recognisers shared by every reader, one module for each thing an article is made of. Pure functions."""
