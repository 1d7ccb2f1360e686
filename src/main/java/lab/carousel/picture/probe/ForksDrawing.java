package lab.carousel.picture.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Line;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.study.ForkAnswer;
import lab.carousel.study.ForkAnswers;
import lab.carousel.study.ForkList;
import lab.carousel.study.ForkRow;
import lab.carousel.study.ForkWords;
import lab.carousel.study.Remedies;
import lab.carousel.study.SymbolWitness;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Target;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.text.Message;
import lab.carousel.text.Table;
import lab.carousel.text.Words;

/**
 * The forks of a task as a network has them, a row of a few lines for each, the worst first: what is shared and what may
 * follow, how far back what tells is; then the bits as a bar, the verdict with the second witness; the separation as a bar,
 * where it is measured; the outputs. Below them the steps that nobody can know, each with why and with what mends it. The row
 * of a spot counts the forks, and then on through these steps.
 *
 * @param selected the number of the fork that is selected; -1 if none is
 */
public record ForksDrawing(
        ForkList forks, List<ForkAnswers> answers, Remedies remedies, Alphabet alphabet, int selected)
        implements Drawing {

    static final double LINE = 20;
    static final double STEP = 36;
    static final double INDENT = 8;
    private static final double MENDING = 21;

    /** A line of the table: a fork with its answers, or a step that nobody can know. */
    private record Line(Optional<ForkRow> fork, List<ForkAnswer> answers, Optional<UnknowableStep> step) {

        <T> Optional<T> answer(int which, Function<ForkAnswer, T> number) {
            return answers.stream().skip(which).findFirst().map(number);
        }

        <T> Optional<T> witness(Function<SymbolWitness, T> number) {
            return fork.flatMap(ForkRow::witness).filter(seen -> seen.of() > 0).map(number);
        }
    }

    public ForksDrawing {
        answers = List.copyOf(answers);
    }

    /** The height that all of it needs, in points. */
    public double height() {
        return forks.rows().size() * row()
                + (moreForks().isEmpty() ? 0 : LINE)
                + (forks.unknowable().isEmpty()
                        ? 0
                        : LINE + STEP * forks.unknowable().size())
                + (moreSteps().isEmpty() ? 0 : LINE)
                + INDENT;
    }

    double row() {
        boolean isMeasured = forks.rows().stream().anyMatch(row -> !Double.isNaN(row.separation()));
        return (isMeasured ? 4 : 3) * LINE;
    }

    private String moreForks() {
        return more(forks.total() - forks.rows().size());
    }

    private String moreSteps() {
        return more(forks.unknowableTotal() - forks.unknowable().size());
    }

    private static String more(int hidden) {
        return hidden == 0 ? "" : Message.text("forks.more", hidden);
    }

    private double stepsTop() {
        return forks.rows().size() * row() + (moreForks().isEmpty() ? 0 : LINE);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        int rows = forks.rows().size();
        int steps = forks.unknowable().size();
        for (int row = 0; row < rows; row++) {
            draw(marks, row, width);
        }
        marks.spotRows(new Box(0, 0, width, rows * row()), rows, row -> new Hit(row, -1, words(row)));
        marks.font(PictureFont.regular(12));
        marks.ink(Ink.MUTED);
        Lettering letters = new Lettering(marks);
        letters.from(moreForks(), INDENT, rows * row() + 14, width);
        if (forks.unknowable().isEmpty()) {
            return;
        }
        double top = stepsTop();
        letters.from(Message.text("forks.unknowable.title", forks.unknowableTotal()), INDENT, top + 14, width);
        for (int index = 0; index < steps; index++) {
            UnknowableStep step = forks.unknowable().get(index);
            double line = top + LINE + index * STEP + 14;
            marks.ink(Ink.TEXT);
            letters.from("?  " + ForkWords.why(step), INDENT, line, width - 2 * INDENT);
            marks.ink(Ink.MUTED);
            letters.from(ForkWords.mending(step, remedies), MENDING, line + 16, width - MENDING - INDENT);
        }
        marks.ink(Ink.MUTED);
        letters.from(moreSteps(), INDENT, top + LINE + steps * STEP + 14, width);
        marks.spotRows(
                new Box(0, top + LINE, width, steps * STEP),
                steps,
                step -> new Hit(
                        rows + step, -1, ForkWords.line(forks.unknowable().get(step), remedies)));
    }

    private void draw(Marks marks, int place, double width) {
        ForkRow row = forks.rows().get(place);
        double height = row();
        double top = place * height;
        if (row.number() == selected) {
            marks.ink(Ink.GRID);
            marks.fill(new Box(0, top, width, height));
            marks.ink(Ink.ACCENT);
            marks.fill(new Box(0, top, 3, height));
        }
        Lettering letters = new Lettering(marks);
        String back = Message.text("verdict.back", row.fork().depth());
        marks.font(PictureFont.regular(12));
        marks.ink(Ink.MUTED);
        letters.upTo(back, width - INDENT, top + 16, width / 2);
        double taken = letters.width(back) + 2 * INDENT;
        marks.font(PictureFont.bold(13));
        marks.ink(Ink.TEXT);
        letters.from(after(row), INDENT, top + 16, width - INDENT - taken);
        Bar bar = new Bar(marks);
        bar.drawBits(row, top + LINE);
        bar.drawSeparation(row, top + 2 * LINE);
        marks.font(PictureFont.regular(12));
        marks.ink(bar.colour(row.verdict()));
        double beside = INDENT + Bar.WIDTH;
        String verdict = Message.text("verdict." + row.verdict() + ".name");
        letters.from(verdict, beside, top + LINE + 14, width - beside - INDENT);
        marks.ink(Ink.MUTED);
        double separated = INDENT + Bar.SEPARATION + letters.width(ForkWords.separation(row));
        letters.upTo(ForkWords.follows(row), width - INDENT, top + 2 * LINE + 14, width - separated - INDENT);
        letters.from(outputs(place), INDENT, top + height - LINE + 13, width - 2 * INDENT);
        marks.stroke(1);
        marks.ink(Ink.GRID);
        marks.line(0, top + height - 0.5, width, top + height - 0.5);
    }

    private String after(ForkRow row) {
        return Message.text(
                "forks.after", ForkWords.after(row.fork(), alphabet), ForkWords.targets(row.fork(), alphabet));
    }

    /** The outputs of both targets at the step of each where they are told apart most narrowly. */
    private String outputs(int place) {
        return answers.get(place).narrowest().stream()
                .map(answer -> ForkWords.answer(answer, forks.rows().get(place), alphabet))
                .collect(Collectors.joining("   "));
    }

    public String words(int row) {
        return ForkWords.line(forks.rows().get(row), alphabet) + ". " + outputs(row);
    }

    /** A line for each fork, then one for each step that nobody can know. */
    @Override
    public Table<?> table() {
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < forks.rows().size(); row++) {
            Optional<ForkRow> fork = Optional.of(forks.rows().get(row));
            lines.add(new Line(fork, answers.get(row).narrowest(), Optional.empty()));
        }
        forks.unknowable().forEach(step -> lines.add(new Line(Optional.empty(), List.of(), Optional.of(step))));
        return Table.of(lines)
                .column(
                        "after",
                        line -> line.fork.map(
                                row -> symbols(row.fork().after().stream().map(Target::of))))
                .column("targets", line -> line.fork.map(row -> symbols(row.fork().targets().stream())))
                .column("steps back", line -> line.fork.map(row -> row.fork().depth()))
                .column("bits", line -> line.fork.map(row -> Table.known(row.bits())))
                .column("separation", line -> line.fork.map(row -> Table.known(row.separation())))
                .column("margin", line -> line.fork.map(row -> Table.known(row.margin())))
                .column(
                        "verdict",
                        line -> line.fork.map(row -> Words.of(Verdict.class).word(row.verdict())))
                .column("follows", line -> line.witness(SymbolWitness::right))
                .column("of", line -> line.witness(SymbolWitness::of))
                .column("sequence", line -> line.answer(
                                0, answer -> answer.step().sequence())
                        .or(() -> line.step.map(UnknowableStep::sequence))
                        .map(sequence -> sequence + 1))
                .column("step", line -> line.answer(0, answer -> answer.step().number())
                        .or(() -> line.step.map(step -> step.step() + 1)))
                .column("own output", line -> line.answer(0, answer -> Table.known(answer.own())))
                .column("other output", line -> line.answer(0, answer -> Table.known(answer.other())))
                .column(
                        "other sequence",
                        line -> line.answer(1, answer -> answer.step().sequence() + 1))
                .column(
                        "other step",
                        line -> line.answer(1, answer -> answer.step().number()))
                .column("other own output", line -> line.answer(1, answer -> Table.known(answer.own())))
                .column("other other output", line -> line.answer(1, answer -> Table.known(answer.other())))
                .column(
                        "unknowable",
                        line -> line.step.map(step ->
                                step.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private String symbols(Stream<Target> targets) {
        return targets.map(alphabet::symbol).collect(Collectors.joining(" "));
    }

    /** The bits of a fork as a bar, or its separation, with the number beside it. */
    record Bar(Marks marks) {

        private static final double BAR = 66;
        private static final double BAR_HEIGHT = 10;
        private static final double NUMBER = 90;
        static final double WIDTH = BAR + INDENT + NUMBER;
        static final double SEPARATION = BAR + 2 * INDENT;

        /** A bar from 0 to 1 bit with a mark where we begin to call it memory; nothing below 0. */
        void drawBits(ForkRow row, double top) {
            draw(row.bits(), colour(row.verdict()), top);
            double middle = top + LINE / 2;
            double limit = INDENT + Verdict.LEAST_BITS * BAR;
            marks.line(limit, middle - BAR_HEIGHT / 2 - 3, limit, middle + BAR_HEIGHT / 2 + 3);
            marks.font(PictureFont.bold(12));
            marks.ink(Ink.TEXT);
            new Lettering(marks).from(bits(row), INDENT + BAR + INDENT, top + 14, NUMBER - 4);
        }

        /** A bar from 0 to 1, full above it; nothing where it is not measured. */
        void drawSeparation(ForkRow row, double top) {
            if (!Double.isNaN(row.separation())) {
                draw(row.separation(), LineStyle.separation().ink(), top);
                marks.font(PictureFont.regular(12));
                new Lettering(marks).from(ForkWords.separation(row), INDENT + BAR + INDENT, top + 14, 2 * NUMBER);
            }
        }

        private void draw(double value, Ink colour, double top) {
            double middle = top + LINE / 2;
            marks.ink(Ink.GRID);
            marks.fill(bar(middle, BAR));
            marks.ink(colour);
            marks.fill(bar(middle, Math.max(0, Math.min(1, value)) * BAR));
            marks.ink(Ink.MUTED);
            marks.stroke(1);
            marks.draw(bar(middle, BAR));
        }

        private static Box bar(double middle, double width) {
            return new Box(INDENT, middle - BAR_HEIGHT / 2, width, BAR_HEIGHT);
        }

        private static String bits(ForkRow row) {
            return VerdictWords.bits(row.bits());
        }

        Ink colour(Verdict verdict) {
            return switch (verdict) {
                case REMEMBERS -> Ink.RIGHT;
                case NOT_YET -> Ink.WRONG;
                default -> Ink.MUTED;
            };
        }
    }
}
