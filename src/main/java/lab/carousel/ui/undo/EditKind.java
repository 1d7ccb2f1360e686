package lab.carousel.ui.undo;

import lab.carousel.text.Message;

/**
 * What an edit changed.
 *
 * @param name      what the edit is called on the screen
 * @param isGradual whether it is one of many on the way to what the user wants: a key typed, a slider moved a little
 */
public record EditKind(Message name, boolean isGradual) {}
