"""Components of the look: functions that draw on a canvas in a box of board units.

States are those of `focus.State`: idle, hover, pressed, disabled; the focus ring is the stage's.
"""
