package lab.carousel.picture.update;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.label.PictureFont;
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
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        double column = (width - GAP) / 2;
        double y = 0;
        for (int stage = 0; stage < stages.size(); stage++) {
            drawStage(graphics, stage, stage % 2 * (column + GAP), y, column, palette);
            if (stage % 2 == 1 || stage == stages.size() - 1) {
                y += rowHeight(stage - stage % 2);
            }
        }
        reach.draw(graphics, new Rectangle2D.Double(0, y, width, Math.max(1, height - y)), palette);
    }

    private void drawStage(Graphics2D graphics, int place, double x, double top, double width, Palette palette) {
        UpdateStage stage = stages.get(place);
        graphics.setFont(PictureFont.bold(13));
        graphics.setColor(palette.text());
        graphics.drawString(place + 1 + "  " + stage.title(), (float) x, (float) top + 14);
        graphics.setFont(PictureFont.regular(12));
        FontMetrics metrics = graphics.getFontMetrics();
        int plain = stage.plainLines();
        double baseline = top + TITLE + 8;
        if (plain == 0) {
            drawColumns(graphics, stage, x, top + 14, width, palette);
        }
        for (int number = 0; number < stage.lines().size(); number++) {
            StageLine line = stage.lines().get(number);
            if (number == plain && plain > 0) {
                drawColumns(graphics, stage, x, baseline, width, palette);
                baseline += LINE;
            }
            graphics.setColor(palette.muted());
            String name = Lettering.fitted(line.name(), width * 0.45, metrics::stringWidth);
            graphics.drawString(name, (float) x, (float) baseline);
            graphics.setColor(palette.text());
            new Lettering(graphics).upTo(line.unit(), x + width * 0.76, baseline, Double.POSITIVE_INFINITY);
            new Lettering(graphics).upTo(line.all(), x + width, baseline, Double.POSITIVE_INFINITY);
            baseline += LINE;
        }
    }

    private void drawColumns(
            Graphics2D graphics, UpdateStage stage, double x, double baseline, double width, Palette palette) {
        graphics.setColor(palette.muted());
        new Lettering(graphics).upTo(unit, x + width * 0.76, baseline, Double.POSITIVE_INFINITY);
        new Lettering(graphics).upTo(stage.all(), x + width, baseline, Double.POSITIVE_INFINITY);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        return Optional.empty();
    }

    /** The numbers of the stages, then the gradient at each step. */
    @Override
    public String csv() {
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
        return Table.ofFields(List.of("stage", "quantity", unit, "all"), lines).csv();
    }

    private static Object field(double number, String words) {
        return Double.isNaN(number) ? words : (Object) number;
    }
}
