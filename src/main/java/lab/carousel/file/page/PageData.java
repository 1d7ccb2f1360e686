package lab.carousel.file.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.Experiment;
import lab.carousel.text.Language;
import lab.carousel.training.Snapshot;

/**
 * Data for the scripts of the page, as one block of JSON:
 *
 * <pre>
 *   language     the code of the one that is spoken first
 *   isStepByStep how the network is evaluated at first
 *   experiment   see network.js
 *   isComputed   whether the page can show what the network does at a step; isTrained, whether it can train one
 *   notComputed  for each language, what keeps it from that
 *   run          what the program recorded, see {@link PageRun}; without states if it is that of another experiment
 *   words        for each language, the patterns of its texts by their keys
 *   lesson       if there is one, see {@link PageLesson}
 *   colours      of each theme, and the tables of values
 * </pre>
 */
final class PageData {

    private final PageExperiment experiment;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    /**
     * Data of a run, and of a lesson if there is one. A lesson's page does not show what it cannot train: it begins
     * with what the lesson trains.
     */
    PageData(Snapshot snapshot, boolean isStepByStep, Optional<Lesson> lesson) {
        Experiment shown = snapshot.experiment();
        Optional<PageLesson> taught = lesson.map(PageLesson::new);
        Experiment own = taught.filter(any -> !new PageExperiment(shown).isTrained())
                .map(PageLesson::trained)
                .orElse(shown);
        this.experiment = new PageExperiment(own);
        json.put("language", Language.current().code()).put("isStepByStep", isStepByStep);
        json.set("experiment", experiment.json());
        json.put("isComputed", experiment.isComputed());
        json.put("isTrained", experiment.isTrained());
        ObjectNode obstacles = json.putObject("notComputed");
        for (Language language : Language.all()) {
            ArrayNode names = obstacles.putArray(language.code());
            language.meanwhile(experiment::obstacles).forEach(names::add);
        }
        PageRun run = new PageRun(snapshot);
        json.set("run", experiment.isComputed() ? run.json(own.equals(shown)) : run.seen());
        taught.ifPresent(any -> json.set("lesson", any.json(own)));
    }

    void addWords(Map<Language, Map<String, String>> words) {
        ObjectNode all = json.putObject("words");
        words.forEach((language, texts) -> {
            ObjectNode own = all.putObject(language.code());
            texts.forEach(own::put);
        });
    }

    void addColours(Colours colours) {
        ObjectNode all = json.putObject("colours");
        addTheme(all.putObject("light"), colours.palette(false));
        addTheme(all.putObject("dark"), colours.palette(true));
        addTable(all.putArray("sequential"), colours.palette(false).sequential());
        addTable(all.putArray("diverging"), colours.palette(false).diverging());
    }

    private static void addTheme(ObjectNode theme, Palette palette) {
        theme.put("text", hex(palette.text()))
                .put("muted", hex(palette.muted()))
                .put("accent", hex(palette.accent()))
                .put("right", hex(palette.right()))
                .put("wrong", hex(palette.wrong()));
        ArrayNode series = theme.putArray("series");
        palette.series().forEach(colour -> series.add(hex(colour)));
    }

    private static void addTable(ArrayNode table, ColourMap map) {
        IntStream.range(0, ColourMap.SIZE).forEach(row -> table.add(hex(new Color(map.row(row)))));
    }

    private static String hex(Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xffffff);
    }

    /** What cannot be shown, in the current language. */
    List<String> obstacles() {
        return experiment.obstacles();
    }

    /** Whether the page can evaluate the network but not train it. */
    boolean isOnlyShown() {
        return experiment.isComputed() && !experiment.isTrained();
    }

    /** The JSON, escaped for a script element. */
    String text() {
        JsonMapper mapper = JsonMapper.builder()
                // the shortest digits that read back exactly, the same on every Java version
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        try {
            return mapper.writeValueAsString(json).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
