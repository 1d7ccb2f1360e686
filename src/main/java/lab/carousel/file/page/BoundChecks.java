package lab.carousel.file.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks of indices in the translated computing. TeaVM calls a function for each, which a browser cannot inline, as it meets
 * arrays of many kinds there: a training took 2.7 times as long. Here most stand where they are needed.
 */
final class BoundChecks {

    /** The functions that check both bounds, and the upper one; what they call if an index is outside. */
    private static final Pattern BOTH = function("index<0\\|\\|");

    private static final Pattern UPPER = function("");

    private BoundChecks() {}

    private static Pattern function(String lower) {
        return Pattern.compile("([\\w$]+)=\\(index,array\\)=>\\{if\\(" + lower
                + "index>=array\\.length\\)\\{([\\w$]+)\\(\\);\\}return index;\\}");
    }

    /** A script whose checks of simple indices, such as {@code k} and {@code k+1|0}, stand in their places. */
    static String inPlace(String script) {
        return inPlace(inPlace(script, BOTH, "$1>=0&&"), UPPER, "");
    }

    private static String inPlace(String script, Pattern function, String lower) {
        Matcher found = function.matcher(script);
        if (!found.find()) {
            throw new IllegalStateException("The translated computing checks indices in another way");
        }
        String call = "(?<![\\w$.])" + Pattern.quote(found.group(1));
        String failed = Matcher.quoteReplacement(found.group(2)) + "())";
        String sums = script.replaceAll(
                call + "\\(([\\w$]+[+-]\\d+\\|0),([\\w$]+)\\)",
                "(" + lower.replace("$1", "($1)") + "($1)<$2.length?$1:" + failed);
        return sums.replaceAll(call + "\\(([\\w$]+),([\\w$]+)\\)", "(" + lower + "$1<$2.length?$1:" + failed);
    }
}
