"""The big screen: the only room that knows pygame.

How it hangs together, from below:

- `box`, `layout`, `grid`: rectangles, the frame of a window, the places of the board. Board
  units: 1920 by 1080 (to 1440 on taller windows).
- `theme`, `motion`, `typeset`, `svg`, `drawings`: colours and sizes, movement over time, text in
  boxes, shapes. None of these know pygame.
- `letters`, `called`: what the fonts can draw, and how people are called on the board (no pygame).
- `canvas`: the protocol that everything is drawn with; `paint` draws it, `recording` notes it.
- `widgets`: buttons, cards, sticks and the like; functions ``(canvas, box, …)``.
- `focus`, `scene`, `stage`: what can be chosen, what a scene is, the window with its loop.
- `model`, `board`: the board of the week as plain values, and its picture.
- `scenes`: the scenes of the game.

A scene derives from `scene.Scene`, lists `focus.Target`s, draws with widgets, and answers a
choice with a `scene.Transition`. Every text comes from ``view.words``.
"""
