package lab.carousel.task.generator;

/** The seven grammars over 0 and 1 of Tomita, "Dynamic construction of finite automata from examples using hill-climbing" (1982). */
public final class Tomita {

    public static final int GRAMMARS = 7;

    private Tomita() {}

    /** Whether a word of 0 and 1 is in the language of a grammar, 1 to {@value #GRAMMARS}. */
    public static boolean accepts(int grammar, String word) {
        return switch (grammar) {
            case 1 -> !word.contains("0");
            case 2 -> word.equals("10".repeat(word.length() / 2));
            case 3 -> !hasOddZerosAfterOddOnes(word);
            case 4 -> !word.contains("000");
            case 5 -> count(word, '0') % 2 == 0 && count(word, '1') % 2 == 0;
            case 6 -> (count(word, '0') - count(word, '1')) % 3 == 0;
            case 7 -> word.indexOf("10") == word.lastIndexOf("10");
            default -> throw new IllegalArgumentException("no grammar " + grammar);
        };
    }

    private static int count(String word, char symbol) {
        return (int) word.chars().filter(each -> each == symbol).count();
    }

    /** Whether an odd number of ones in a row stands anywhere before an odd number of zeros in a row. */
    private static boolean hasOddZerosAfterOddOnes(String word) {
        boolean hasOddOnes = false;
        for (String run : word.split("(?<=1)(?=0)|(?<=0)(?=1)")) {
            boolean isOdd = run.length() % 2 == 1;
            if (isOdd && hasOddOnes && run.startsWith("0")) {
                return true;
            }
            hasOddOnes |= isOdd && run.startsWith("1");
        }
        return false;
    }
}
