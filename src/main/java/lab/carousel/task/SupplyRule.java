package lab.carousel.task;

import java.util.function.Supplier;
import lab.carousel.text.Message;

/**
 * The rule by which sequences are drawn, in words.
 *
 * @param size its numbers with their names; empty if it has none
 * @param from where its sequences come from; to count these takes a while
 */
public record SupplyRule(Message title, Message words, String size, Supplier<Message> from) {

    public String whole() {
        String name = title.text() + (size.isEmpty() ? "." : " (" + size + ").");
        return String.join(" ", name, words.text(), from.get().text());
    }
}
