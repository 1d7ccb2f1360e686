package lab.carousel.file.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives a program in Python the names of the tutorial from which Carousel's reference comes (Jason Brownlee, "Demonstration
 * of Memory with a Long Short-Term Memory Network in Python"), so that its readers find their way.
 */
final class TutorialNames {

    private static final Map<Pattern, String> CONSTANTS = new LinkedHashMap<>();
    /** Words of plain English too: only where they are code. */
    private static final Pattern NETWORK = Pattern.compile("\\bnetwork\\b");

    private static final Pattern LISTED = Pattern.compile("    \\[(.*)],");
    private static final String SEQUENCES = "SEQUENCES = [";

    static {
        CONSTANTS.put(Pattern.compile("\\bUNITS\\b"), "n_neurons");
        CONSTANTS.put(Pattern.compile("\\bEPOCHS\\b"), "n_epoch");
        CONSTANTS.put(Pattern.compile("\\bBATCH_SIZE\\b"), "n_batch");
        CONSTANTS.put(Pattern.compile("\\bK\\b"), "n_features");
    }

    private TutorialNames() {}

    /** The task with a name for each sequence: {@code seq1}, {@code seq2} and so on. */
    static String task(String code) {
        List<String> lines = new ArrayList<>();
        int sequences = 0;
        boolean isInside = false;
        for (String line : code.lines().toList()) {
            if (line.equals(SEQUENCES)) {
                isInside = true;
            } else if (isInside && LISTED.matcher(line).matches()) {
                sequences++;
                lines.add(LISTED.matcher(line).replaceFirst("seq" + sequences + " = [$1]"));
            } else if (isInside && line.equals("]")) {
                isInside = false;
                String all = IntStream.rangeClosed(1, sequences)
                        .mapToObj(number -> "seq" + number)
                        .collect(Collectors.joining(", "));
                lines.add("SEQUENCES = [" + all + "]");
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    /** Code that holds no symbols, with the tutorial's names. */
    static String code(String code) {
        List<String> lines = new ArrayList<>();
        boolean isText = false;
        for (String line : code.lines().toList()) {
            String named = line;
            for (Map.Entry<Pattern, String> constant : CONSTANTS.entrySet()) {
                named = constant.getKey().matcher(named).replaceAll(constant.getValue());
            }
            boolean hasQuotes = named.contains("\"\"\"");
            if (!isText && !hasQuotes) {
                int comment = named.indexOf('#');
                String before = comment < 0 ? named : named.substring(0, comment);
                named = NETWORK.matcher(before).replaceAll("model") + named.substring(before.length());
            }
            if (hasQuotes && named.indexOf("\"\"\"") == named.lastIndexOf("\"\"\"")) {
                isText = !isText;
            }
            lines.add(named);
        }
        return String.join("\n", lines);
    }
}
