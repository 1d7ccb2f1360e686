package lab.carousel.picture.update;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;

/**
 * All stages of an update with their numbers, two side by side, and below them how far the gradient reaches: a sheet to
 * go through in class.
 *
 * @param unit the name of the column of the selected unit
 */
public record UpdateSheet(List<UpdateStage> stages, String unit, ReachDrawing reach) implements Drawing {

    private static final double LINE = 17;
    private static final double TITLE = 24;
    private static final double GAP = 24;
    private static final double REACH = 220;

    public double height() {
        double height = REACH;
        for (int stage = 0; stage < stages.size(); stage += 2) {
            height += rowHeight(stage);
        }
        return height;
    }

    private double rowHeight(int stage) {
        int lines = lines(stages.get(stage));
        if (stage + 1 < stages.size()) {
            lines = Math.max(lines, lines(stages.get(stage + 1)));
        }
        return TITLE + lines * LINE + LINE / 2;
    }

    /** Under plain lines the names of the columns have a line of their own. */
    private static int lines(UpdateStage stage) {
        return stage.lines().size() + (stage.plainLines() > 0 ? 1 : 0);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        double column = (width - GAP) / 2;
        double y = 0;
        for (int stage = 0; stage < stages.size(); stage++) {
            drawStage(marks, stage, stage % 2 * (column + GAP), y, column);
            if (stage % 2 == 1 || stage == stages.size() - 1) {
                y += rowHeight(stage - stage % 2);
            }
        }
        reach.draw(marks, new Box(0, y, width, Math.max(1, height - y)));
    }

    private void drawStage(Marks marks, int place, double x, double top, double width) {
        UpdateStage stage = stages.get(place);
        marks.font(PictureFont.bold(13));
        marks.ink(Ink.TEXT);
        marks.words(place + 1 + "  " + stage.title(), x, top + 14);
        marks.font(PictureFont.regular(12));
        PictureFont metrics = marks.font();
        int plain = stage.plainLines();
        double baseline = top + TITLE + 8;
        if (plain == 0) {
            drawColumns(marks, stage, x, top + 14, width);
        }
        for (int number = 0; number < stage.lines().size(); number++) {
            StageLine line = stage.lines().get(number);
            if (number == plain && plain > 0) {
                drawColumns(marks, stage, x, baseline, width);
                baseline += LINE;
            }
            marks.ink(Ink.MUTED);
            String name = Lettering.fitted(line.name(), width * 0.45, metrics::width);
            marks.words(name, x, baseline);
            marks.ink(Ink.TEXT);
            new Lettering(marks).upTo(line.unit(), x + width * 0.76, baseline, Double.POSITIVE_INFINITY);
            new Lettering(marks).upTo(line.all(), x + width, baseline, Double.POSITIVE_INFINITY);
            baseline += LINE;
        }
    }

    private void drawColumns(Marks marks, UpdateStage stage, double x, double baseline, double width) {
        marks.ink(Ink.MUTED);
        new Lettering(marks).upTo(unit, x + width * 0.76, baseline, Double.POSITIVE_INFINITY);
        new Lettering(marks).upTo(stage.all(), x + width, baseline, Double.POSITIVE_INFINITY);
    }

    /** The numbers of the stages, then the gradient at each step. */
    @Override
    public Table<?> table() {
        List<List<?>> lines = new ArrayList<>();
        for (UpdateStage stage : stages) {
            for (StageLine line : stage.lines()) {
                lines.add(List.of(
                        stage.title(),
                        line.name(),
                        field(line.unitNumber(), line.unit()),
                        field(line.allNumber(), line.all())));
            }
        }
        for (int time = 0; time < reach.steps().length; time++) {
            String where = "step " + reach.steps()[time] + (reach.isCutOff(time) ? " (cut off)" : "");
            lines.add(List.of(where, "dLoss/dh", "", reach.hidden()[time]));
            if (reach.cell().length > 0) {
                lines.add(List.of(where, "dLoss/dc", "", reach.cell()[time]));
            }
        }
        return Table.ofFields(List.of("stage", "quantity", unit, "all"), lines);
    }

    private static Object field(double number, String words) {
        return Double.isNaN(number) ? words : (Object) number;
    }
}
