package lab.carousel.ui.project;

import lab.carousel.text.Message;

/**
 * What an edit is.
 *
 * @param name      what it is called on the screen
 * @param isGradual whether it is one of many on the way to what the user wants: a key typed, a slider moved a little
 */
public record HistoryEdit(Message name, boolean isGradual) {}
