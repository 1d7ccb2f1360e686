package lab.carousel.study;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Steps one after the other, as people write them: "2-4", "3", or nothing for all.
 *
 * @param from the first one, counted from 1
 * @param to   the last one; {@link #END} reaches to the end
 */
public record TypedSteps(int from, int to) {

    public static final int END = Integer.MAX_VALUE;

    public static final TypedSteps EVERYWHERE = new TypedSteps(1, END);

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:\\s*[-–]\\s*(\\d{1,5})?)?");

    /**
     * The steps that a text means. "3-" reaches to the end.
     *
     * @throws InvalidInput if it is no range of steps
     */
    public static TypedSteps parse(String text) {
        if (text.isBlank()) {
            return EVERYWHERE;
        }
        Matcher matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidInput("lesion.steps.wrong", text.strip());
        }
        int from = Integer.parseInt(matcher.group(1));
        boolean open = matcher.group(2) == null && text.strip().matches(".*[-–]");
        int to = open ? END : matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        if (from < 1 || to < from) {
            throw new InvalidInput("lesion.steps.wrong", text.strip());
        }
        return new TypedSteps(from, to);
    }

    int lastIndex() {
        return to == END ? Lesion.EVERYWHERE : to - 1;
    }

    public String words() {
        if (equals(EVERYWHERE)) {
            return Message.text("lesion.steps.all");
        }
        if (to == END) {
            return Message.text("lesion.steps.from", from);
        }
        return from == to ? Message.text("lesion.steps.one", from) : Message.text("lesion.steps.range", from, to);
    }
}
