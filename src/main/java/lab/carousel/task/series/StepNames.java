package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lab.carousel.text.Message;

/** Names of rows: dates of months and days in the usual orders, or counts. */
final class StepNames {

    private static final Pattern DATE = Pattern.compile(
            "([0-9]{1,4}|\\p{L}{3,9})([ .,/'-]{1,2})([0-9]{1,4}|\\p{L}{3,9})(?:([ .,/'-]{1,2})([0-9]{4}|[0-9]{1,2}))?"
                    + "(?:[T ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?");
    /** First letters in English, then in German; a month takes four. */
    private static final String MONTHS =
            "jan feb mar apr may jun jul aug sep oct nov dec jan feb mär apr mai jun jul aug sep okt nov dez ";
    /** Of columns that count the rows; pandas calls its own nothing. */
    private static final List<String> COUNT_NAMES = List.of(
            (" year date time t step timestep index id no nr day week month quarter period hour jahr datum zeit schritt"
                            + " zeitschritt nummer tag woche monat quartal periode stunde")
                    .split(" "));
    /** Of the usual distance: months have 28 to 31 days. */
    private static final double SKIP = 1.5;

    private StepNames() {}

    /** Whether a column of this name may count the rows. */
    static boolean isCountName(String name) {
        return COUNT_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isDate(String cell) {
        return !Double.isNaN(days(cell, false)) || !Double.isNaN(days(cell, true));
    }

    /** Days of a column of dates. 1/2/2020 is in January, unless another row has no such month. */
    static double[] days(List<String> cells) {
        double[] days = cells.stream().mapToDouble(cell -> days(cell, false)).toArray();
        return Arrays.stream(days).anyMatch(Double::isNaN)
                ? cells.stream().mapToDouble(cell -> days(cell, true)).toArray()
                : days;
    }

    /** Days since the year 0; NaN if it is no date. */
    private static double days(String cell, boolean isDayFirst) {
        Matcher date = DATE.matcher(cell);
        if (!date.matches()) {
            return Double.NaN;
        }
        String one = date.group(1);
        String two = date.group(3);
        String last = date.group(5);
        boolean isMonth = last == null;
        double day;
        if (isName(one) || isName(two)) {
            String other = isName(one) ? two : one;
            day = day(number(isMonth ? other : last), month(isName(one) ? one : two), isMonth ? 1 : number(other));
        } else if (isMonth) {
            boolean isYearLast = two.length() == 4;
            boolean isOne = date.group(2).equals("-") || date.group(2).equals("/") && one.length() + two.length() > 4;
            day = isOne ? day(number(isYearLast ? two : one), number(isYearLast ? one : two), 1) : Double.NaN;
        } else if (one.length() == 4) {
            day = day(number(one), number(two), number(last));
        } else {
            boolean isMonthFirst = date.group(2).equals("/") && !isDayFirst;
            day = day(number(last), number(isMonthFirst ? one : two), number(isMonthFirst ? two : one));
        }
        return date.group(6) == null ? day : day + (number(date.group(6)) + number(date.group(7)) / 60.0) / 24;
    }

    private static double day(int year, int month, int day) {
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int most = month == 2 ? (isLeap ? 29 : 28) : 30 + (month + (month > 7 ? 1 : 0)) % 2;
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > most) {
            return Double.NaN;
        }
        // The year begins in March, so that the leap day is its last
        int march = month > 2 ? year : year - 1;
        int months = month > 2 ? month - 3 : month + 9;
        return 365.0 * march + march / 4 - march / 100 + march / 400 + (153 * months + 2) / 5 + day - 1;
    }

    private static boolean isName(String part) {
        return Character.isLetter(part.charAt(0));
    }

    /** 0 if it is none. */
    private static int month(String name) {
        int at = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT) + " ");
        return at < 0 ? 0 : at / 4 % 12 + 1;
    }

    /** -1 if it is none. */
    private static int number(String digits) {
        return isName(digits) ? -1 : Integer.parseInt(digits);
    }

    /** Where rows go back, repeat a date or leave some out. */
    static List<Message> told(List<String> names, double[] places) {
        double[] distances = new double[Math.max(0, places.length - 1)];
        Arrays.setAll(distances, row -> places[row + 1] - places[row]);
        double[] rising = Arrays.stream(distances)
                .filter(distance -> distance > 0)
                .sorted()
                .toArray();
        if (rising.length == 0 && Arrays.stream(distances).anyMatch(distance -> distance < 0)) {
            return List.of(Message.of("series.read.told.newestFirst", names.get(0), names.get(names.size() - 1)));
        }
        double usual = rising.length == 0 ? 0 : rising[rising.length / 4];
        List<Message> told = new ArrayList<>();
        for (String kind : List.of("falls", "repeats", "skips")) {
            int[] rows = IntStream.range(0, distances.length)
                    .filter(row -> switch (kind) {
                        case "falls" -> distances[row] < 0;
                        case "repeats" -> distances[row] == 0;
                        default -> distances[row] > SKIP * usual;
                    })
                    .toArray();
            if (rows.length > 0) {
                told.add(Message.of(
                        "series.read.told." + kind, rows.length, names.get(rows[0]), names.get(rows[0] + 1)));
            }
        }
        return told;
    }
}
