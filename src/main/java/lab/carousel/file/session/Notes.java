package lab.carousel.file.session;

/** Plain text that is written about a run: at most {@value #MOST} characters. */
public final class Notes {

    /** The most characters. */
    public static final int MOST = 20_000;

    private Notes() {}

    /** As it may stand in a field and in a file: line ends are {@code \n}, and no other control characters but tabs. */
    public static String clean(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /** The beginning of a text that has at most so many characters; a character of two halves is not cut. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean cuts = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, cuts ? most - 1 : Math.max(0, most));
    }
}
