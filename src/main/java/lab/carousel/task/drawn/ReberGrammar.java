package lab.carousel.task.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Twin;

/**
 * Strings of the embedded Reber grammar: {@code B}, {@code T} or {@code P}, a Reber string, the same {@code T} or {@code P}
 * again, {@code E}; every choice is fair. States of a Reber string are those of Reber's diagram, from the one after its
 * {@code B}.
 */
abstract class ReberGrammar extends DrawnTask {

    static final Alphabet SYMBOLS = new Alphabet(List.of("B", "T", "P", "S", "X", "V", "E"));
    static final int B = 0;
    static final int T = 1;
    static final int P = 2;
    private static final int S = 3;
    private static final int X = 4;
    private static final int V = 5;
    static final int E = 6;

    /** By state: a symbol, the state it leads to, the other symbol, the state that leads to. */
    private static final int[][] REBER = {{T, 1, P, 2}, {S, 1, X, 3}, {T, 2, V, 4}, {X, 2, S, 5}, {P, 3, V, 5}};
    /** After the last choice of a Reber string: its E is due. */
    private static final int DUE = 5;

    // States of the chain, in each string one half for T and one for P: before the outer B, after it, after T or P, in
    // the
    // Reber string, after its E, after the echo
    private static final int AFTER_B = 1;

    private static final int AFTER_CLUE = 2;
    private static final int INSIDE = 3;
    private static final int ECHO_DUE = INSIDE + DUE + 1;
    private static final int END_DUE = ECHO_DUE + 1;
    private static final int STATES = END_DUE + 1;

    ReberGrammar(String name, DrawnParameter... parameters) {
        super(name, parameters);
    }

    @Override
    public Alphabet alphabet() {
        return SYMBOLS;
    }

    @Override
    public boolean scoresLastStepOnly() {
        return false;
    }

    static void draw(List<Integer> string, SplittableRandom random) {
        int clue = random.nextInt(2) == 0 ? T : P;
        string.addAll(List.of(B, clue, B));
        for (int state = 0; state < DUE; ) {
            int choice = 2 * random.nextInt(2);
            string.add(REBER[state][choice]);
            state = REBER[state][choice + 1];
        }
        string.addAll(List.of(E, clue, E));
    }

    static int[] array(List<Integer> symbols) {
        return symbols.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The chain of strings, one after the other.
     *
     * @param strings how many, after which it ends
     */
    static Chain chain(int strings) {
        return new Chain(state -> {
            int string = state / (2 * STATES);
            int isP = state / STATES % 2;
            int inside = state % STATES;
            int base = state - inside;
            int clue = isP == 1 ? P : T;
            return switch (inside) {
                case 0 -> string == strings ? List.of() : Chain.only(B, base + AFTER_B);
                case AFTER_B -> Chain.fair(T, base + AFTER_CLUE, P, base + STATES + AFTER_CLUE);
                case AFTER_CLUE -> Chain.only(B, base + INSIDE);
                case ECHO_DUE -> Chain.only(clue, base + END_DUE);
                case END_DUE -> Chain.only(E, (string + 1) * 2 * STATES);
                case INSIDE + DUE -> Chain.only(E, base + ECHO_DUE);
                default -> {
                    int[] choice = REBER[inside - INSIDE];
                    yield Chain.fair(choice[0], base + INSIDE + choice[1], choice[2], base + INSIDE + choice[3]);
                }
            };
        });
    }

    /** What may follow each symbol of a stream. */
    static List<Target> legal(Steps drawn) {
        Chain chain = chain(Integer.MAX_VALUE / (2 * STATES) - 1);
        List<Target> legal = new ArrayList<>();
        int state = 0;
        for (int t = 0; t < drawn.size(); t++) {
            int symbol = drawn.input(t);
            state = chain.edges().apply(state).stream()
                    .filter(edge -> edge.symbol() == symbol)
                    .findFirst()
                    .orElseThrow()
                    .next();
            legal.add(Target.ofSet(chain.edges().apply(state).stream().mapToInt(Chain.Edge::symbol)));
        }
        return legal;
    }

    @Override
    public boolean[] open(Steps drawn) {
        boolean[] open = new boolean[drawn.size()];
        List<Target> legal = legal(drawn);
        for (int t = 0; t < open.length; t++) {
            open[t] = legal.get(t).size() > 1;
        }
        return open;
    }

    /** With every symbol that may follow. */
    @Override
    public Steps judged(Steps drawn) {
        List<Target> legal = legal(drawn);
        return Steps.of(drawn.symbols(), legal::get);
    }

    /** The second symbol of the last string and its echo exchanged; the echo is answered two steps before the last. */
    @Override
    public List<Twin> twins(Steps drawn) {
        int[] twin = drawn.symbols();
        int echo = twin.length - 2;
        int clue = IntStream.iterate(echo - 1, place -> place > 0, place -> place - 1)
                .filter(place -> place == 1 || (twin[place - 2] == E && twin[place - 1] == B))
                .findFirst()
                .orElseThrow();
        twin[clue] = T + P - twin[clue];
        twin[echo] = T + P - twin[echo];
        return List.of(new Twin(Steps.of(twin), clue, new int[] {echo - 1}));
    }
}
