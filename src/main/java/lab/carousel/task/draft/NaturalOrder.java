package lab.carousel.task.draft;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The order in which a reader expects symbols: numbers by value, before everything else; then texts, in which digits
 * count as numbers too, so that {@code a2} comes before {@code a10}.
 */
final class NaturalOrder implements Comparator<String> {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,32}(\\.\\d{1,32})?");
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(String left, String right) {
        boolean leftIsNumber = NUMBER.matcher(left).matches();
        boolean rightIsNumber = NUMBER.matcher(right).matches();
        int order;
        if (leftIsNumber && rightIsNumber) {
            order = new BigDecimal(left).compareTo(new BigDecimal(right));
        } else if (leftIsNumber != rightIsNumber) {
            order = leftIsNumber ? -1 : 1;
        } else {
            order = compareParts(parts(left).iterator(), parts(right).iterator());
        }
        return order == 0 ? left.compareTo(right) : order;
    }

    private static List<String> parts(String text) {
        return PART.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int compareParts(Iterator<String> left, Iterator<String> right) {
        while (left.hasNext() && right.hasNext()) {
            int order = comparePart(left.next(), right.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private static int comparePart(String left, String right) {
        if (Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0))) {
            return new BigDecimal(left).compareTo(new BigDecimal(right));
        }
        int order = left.compareToIgnoreCase(right);
        return order == 0 ? left.compareTo(right) : order;
    }
}
