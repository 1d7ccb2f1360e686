package lab.carousel.file.page;

import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.Language;
import lab.carousel.text.Message;

/**
 * The texts that the scripts of the page fill in, taken apart here, so that they need not know Java's patterns. A text is itself, or
 * a list of its parts; a part is a text, or:
 *
 * <pre>
 *   [n]                      the value n: a text, or a number with at most three decimals
 *   [n, {least, most, ...}]  a number with so many decimals, see {@link #number}
 *   [n, [limits], [texts]]   the last text whose limit the value n reaches, or the first
 * </pre>
 */
final class PageWords {

    /** A message key, or its beginning with a dot. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]\\w*)\\.([\\w.]*)\"");

    private static final String PLACE = "\uE000";

    private PageWords() {}

    /** Texts of the current language whose keys, or beginnings of keys, stand in quotation marks in the scripts. */
    static Map<String, Object> of(List<String> scripts) {
        Map<String, TreeSet<String>> keys = scripts.stream()
                .flatMap(text -> KEY.matcher(text).results())
                .collect(Collectors.groupingBy(
                        match -> match.group(1),
                        TreeMap::new,
                        Collectors.mapping(PageWords::key, Collectors.toCollection(TreeSet::new))));
        SortedMap<String, Object> found = new TreeMap<>();
        keys.forEach(
                (bundle, wanted) -> Message.patterns(bundle, Language.current()).forEach((key, pattern) -> {
                    boolean isBeginning =
                            wanted.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start));
                    if (isBeginning || wanted.contains(key)) {
                        found.put(key, parts(pattern));
                    }
                }));
        return found;
    }

    private static String key(MatchResult match) {
        return match.group(1) + "." + match.group(2);
    }

    /** A pattern of Java's {@link MessageFormat}, taken apart. */
    static Object parts(String pattern) {
        MessageFormat message = new MessageFormat(pattern, Message.NUMBERS);
        Format[] formats = message.getFormats();
        message.setFormats(Stream.generate(Place::new).limit(formats.length).toArray(Format[]::new));
        Object[] numbers = IntStream.range(0, message.getFormatsByArgumentIndex().length)
                .mapToObj(Integer::toString)
                .toArray();
        String[] pieces = message.format(numbers).split(PLACE, -1);
        List<Object> parts = new ArrayList<>();
        for (int at = 0; at < pieces.length; at++) {
            // Between two marks there is the number of a value, and before and after them the text
            Object part = at % 2 == 0 ? pieces[at] : place(Integer.parseInt(pieces[at]), formats[at / 2]);
            if (!part.equals("")) {
                parts.add(part);
            }
        }
        boolean isText = parts.stream().allMatch(String.class::isInstance);
        return isText ? String.join("", pieces) : parts;
    }

    private static List<Object> place(int value, Format format) {
        if (format instanceof ChoiceFormat choice) {
            List<Object> texts = Arrays.stream(choice.getFormats())
                    .map(text -> text.toString().indexOf('{') < 0 ? text : parts(text.toString()))
                    .toList();
            return List.of(value, DoubleStream.of(choice.getLimits()).boxed().toList(), texts);
        }
        return format instanceof DecimalFormat number ? List.of(value, number(number)) : List.of(value);
    }

    /** The least and the most decimals, and of the rest what is not as usual: isGrouped, digits (before the mark), times, plus, minus and after. */
    private static Map<String, Object> number(DecimalFormat number) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("least", number.getMinimumFractionDigits());
        parts.put("most", number.getMaximumFractionDigits());
        if (number.isGroupingUsed()) {
            parts.put("isGrouped", true);
        }
        if (number.getMinimumIntegerDigits() > 1) {
            parts.put("digits", number.getMinimumIntegerDigits());
        }
        if (number.getMultiplier() != 1) {
            parts.put("times", number.getMultiplier());
        }
        if (!number.getPositiveSuffix().isEmpty()) {
            parts.put("after", number.getPositiveSuffix());
        }
        if (!number.getPositivePrefix().isEmpty()) {
            parts.put("plus", number.getPositivePrefix());
        }
        if (!number.getNegativePrefix().equals("-")) {
            parts.put("minus", number.getNegativePrefix());
        }
        return parts;
    }

    /** Writes a value between two marks. */
    private static final class Place extends Format {

        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(Object value, StringBuffer text, FieldPosition where) {
            return text.append(PLACE).append(value).append(PLACE);
        }

        @Override
        public Object parseObject(String text, ParsePosition from) {
            throw new UnsupportedOperationException();
        }
    }
}
