package lab.carousel.lesson;

import java.util.Optional;

/**
 * What a step of a lesson says.
 *
 * @param text     in Markdown
 * @param pageText replaces the text in a page, where the window's would mislead
 * @param minutes  that it takes a class, about
 */
public record StepText(String title, String text, Optional<String> pageText, int minutes) {

    public StepText with(String newTitle) {
        return new StepText(newTitle, text, pageText, minutes);
    }

    public StepText with(String newText, Optional<String> newPageText) {
        return new StepText(title, newText, newPageText, minutes);
    }
}
