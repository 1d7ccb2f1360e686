package lab.carousel.file.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.picture.account.AccountNames;
import lab.carousel.picture.account.CellPart;
import lab.carousel.picture.account.CellParts;
import lab.carousel.picture.account.CellPen;
import lab.carousel.picture.account.DiagramArea;
import lab.carousel.picture.account.Digits;
import lab.carousel.picture.account.Formulas;
import lab.carousel.picture.account.StepCaption;
import lab.carousel.picture.account.StepStage;

/**
 * A unit at a step as the page draws it, in the current language: the shapes of its diagram, its equations with the numbers put in,
 * and the stages of the step.
 */
final class PageCell {

    private PageCell() {}

    /**
     * { unit, fed, wanted (of a series as its network has them), h, width, height, parts: [{ stage, words, shapes }], equations: [{ stage, text }], stages: [{ name, caption }] }; a shape
     * is its name, attributes and text in SVG, and of a gate its value and whether that has a sign, for its colour.
     */
    static Map<String, Object> of(Experiment experiment, FedSteps fed, int sequence, int number, int unit) {
        ForwardAccount account = CellExplanation.of(fed, sequence, number, unit);
        AccountNames names =
                new AccountNames(experiment.layout(), experiment.task().alphabet());
        Formulas formulas = new Formulas(account, names, Digits.USUAL);
        CellParts parts = new CellParts(account, names);
        StepCaption caption = new StepCaption(account, names);
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("unit", names.unit(unit));
        cell.put("fed", names.fed(account));
        cell.put("wanted", experiment.task().alphabet().told(account.step().target()));
        cell.put("h", account.unit().h());
        cell.put("width", parts.width());
        cell.put("height", parts.height());
        cell.put("parts", parts.all().stream().map(PageCell::part).toList());
        cell.put(
                "equations",
                formulas.results(formulas.output()).stream()
                        .map(each -> Map.of("stage", each.stage().name(), "text", each.text()))
                        .toList());
        cell.put(
                "stages",
                StepStage.of(account.unit().cell()).stream()
                        .map(stage -> Map.of("name", stage.name(), "caption", caption.of(stage)))
                        .toList());
        return cell;
    }

    private static Map<String, Object> part(CellPart part) {
        Shapes shapes = new Shapes();
        part.drawn().accept(shapes);
        return Map.of("stage", part.stage().name(), "words", part.words(), "shapes", shapes.drawn);
    }

    /** A pen that makes shapes of SVG. */
    private static final class Shapes implements CellPen {

        private final List<List<Object>> drawn = new ArrayList<>();

        private void add(String name, Map<String, Object> attributes, Object... more) {
            List<Object> shape = new ArrayList<>(List.of(name, attributes));
            shape.addAll(List.of(more));
            drawn.add(shape);
        }

        private void rectangle(String look, double x, double y, double width, double height, Object... more) {
            add("rect", Map.of("class", look, "x", x, "y", y, "width", width, "height", height), more);
        }

        private void rectangle(String look, DiagramArea area) {
            rectangle(look, area.x(), area.y(), area.width(), area.height());
        }

        private void path(String look, String end, double... corners) {
            String points =
                    DoubleStream.of(corners).mapToObj(Double::toString).collect(Collectors.joining(" ", "M", end));
            add("path", Map.of("class", look, "d", points));
        }

        private void text(String look, String words, double x, double y) {
            add("text", Map.of("class", look, "x", x, "y", y), words);
        }

        @Override
        public void frame(double x, double y, double width, double height) {
            rectangle("frame", x, y, width, height);
        }

        @Override
        public void wire(boolean isThick, boolean hasArrow, double... corners) {
            String look = isThick ? "carried" : "";
            path("wire " + look, "", corners);
            if (hasArrow) {
                path("arrow " + look, "z", CellPen.arrow(isThick, corners));
            }
        }

        @Override
        public void label(String words, double x, double y) {
            text("name", words, x, y);
        }

        @Override
        public void operator(double x, double y, boolean isProduct) {
            add("circle", Map.of("class", "node", "cx", x, "cy", y, "r", 9.0));
            text("", isProduct ? "×" : "+", x, y + 5);
        }

        @Override
        public void function(double x, double y, String name) {
            rectangle("node function", x - 20, y - 10, 40, 20);
            text("", name, x, y + 4);
        }

        @Override
        public void value(double x, double y, String number) {
            text("value", number, x, y);
        }

        @Override
        public void named(double x, double y, String name, String number, boolean isResult) {
            label(name, x, y - 16);
            text(isResult ? "value result" : "value", number, x, y);
        }

        @Override
        public void gate(double x, double y, String letter, double value, boolean isSigned) {
            rectangle("node gate", x - 25, y - 19, 50, 38, "", value, isSigned);
            text("result", letter, x, y - 4);
            text("value", CellParts.compact(value), x, y + 13);
        }

        @Override
        public void leaves(double x, double y, double open, boolean onTheRight) {
            rectangle("slot", CellPen.slot(x, y, onTheRight));
            CellPen.shut(x, y, open, onTheRight).forEach(leaf -> rectangle("leaf", leaf));
        }
    }
}
