package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Study;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.text.Message;

/** The pictures that answer the question of a study, as far as its runs have ended. */
public final class StudyPictures {

    /** More lines cannot be told apart. */
    private static final int MOST_LINES = 12;
    /** More strips have no room for their names. */
    private static final int MOST_STRIPS = 30;

    private final Results results;
    private final Palette palette;
    private final List<CellSummary> summaries;
    private final List<StudyPicture> pictures = new ArrayList<>();

    private StudyPictures(Results results, Palette palette) {
        this.results = results;
        this.palette = palette;
        this.summaries = CellSummary.of(results);
    }

    /** The pictures of a study, the one that answers most first: at least one. */
    public static List<StudyPicture> of(Results results, Palette palette) {
        StudyPictures made = new StudyPictures(results, palette);
        made.make();
        return List.copyOf(made.pictures);
    }

    private void make() {
        switch (results.plan().study().question()) {
            case SEEDS -> {
                addLosses("loss", "studies.picture.loss");
                addVerdicts();
                addMargins();
            }
            case RACE -> {
                addLosses("race", "studies.picture.race");
                addVerdicts();
                addMargins();
            }
            case TUNING -> addTuning();
            case SPAN -> {
                add("span", MemorySpan.of(results, summaries));
                addMargins();
            }
            case SUCCESS -> {
                add("success", SuccessStrips.of(results, summaries));
                addVerdicts();
            }
            default -> throw new AssertionError(results.plan().study().question());
        }
    }

    private void add(String name, StudyChart content) {
        pictures.add(new StudyPicture(name, content, palette));
    }

    private void addLosses(String name, String titleKey) {
        if (summaries.size() <= MOST_LINES) {
            add(name, LossBands.of(results, summaries, Message.text(titleKey)));
        }
    }

    private void addVerdicts() {
        if (summaries.size() <= MOST_LINES) {
            add("verdicts", VerdictShares.of(results, summaries));
        }
    }

    private void addMargins() {
        if (summaries.size() <= MOST_STRIPS || pictures.isEmpty()) {
            add("margins", MarginStrips.of(results, summaries));
        }
    }

    private void addTuning() {
        Study study = results.plan().study();
        if (study.isRandomSearch()) {
            for (int axis = 0; axis < study.axes().size(); axis++) {
                add("search-" + (axis + 1), Tuning.along(results, summaries, axis));
            }
        } else if (study.axes().size() == 1) {
            add("heatmap", Tuning.overEpochs(results, summaries));
        } else {
            add("heatmap", Tuning.grid(results, summaries));
        }
        addMargins();
    }
}
