"""The screens: where documents come in, how a batch stands, the review of one document."""
