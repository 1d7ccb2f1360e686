package lab.carousel.ui.presenter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.lesson.Condition;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Situation;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.ui.lesson.VoteRoom;

/**
 * What a step of a lesson needs on view besides its text.
 *
 * @param panels   what stands beside the text, one at a time; the first one is shown first, if there is any
 * @param together those of them that are shown first side by side, as the step points at them all; none if it does not
 * @param settings whether single hyperparameters stand over it
 * @param verdict  whether recall, margin and verdict stand under it
 * @param vote     where the question stands
 * @param spots    the ids of all that the step points at
 * @param asked    the ids of all that it asks to be looked at
 */
public record PresentedStep(
        List<PresentedPanel> panels,
        List<PresentedPanel> together,
        boolean settings,
        boolean verdict,
        VoteRoom vote,
        Set<String> spots,
        Set<String> asked) {

    /** What a room sees without a lesson. */
    public static final PresentedStep WITHOUT_LESSON = new PresentedStep(
            List.of(PresentedPanel.LOSS, PresentedPanel.STATE, PresentedPanel.MICROSCOPE),
            List.of(PresentedPanel.LOSS, PresentedPanel.STATE),
            false,
            true,
            VoteRoom.IN_TEXT,
            Set.of(),
            Set.of());

    private static final Set<String> VERDICT = Set.of("status", "recall", "margin", "verdict");

    public PresentedStep {
        panels = List.copyOf(panels);
        together = together.size() > 1 ? List.copyOf(together) : List.of();
        spots = Set.copyOf(spots);
        asked = Set.copyOf(asked);
    }

    /**
     * What a step needs. While its question is open that is what it points at, and the question: under the text if there is
     * a panel to look at, or large in the place of one. Otherwise it is first what it asks about, then what it points at,
     * what can be edited, what it shows in the microscope, and what its question hid; last the loss chart, if the network
     * is to be trained.
     *
     * @param isOpen       whether the class has not committed to an answer yet
     * @param needsHeatmap whether what a place of the microscope shows, given its key, is selected in the heatmap
     */
    public static PresentedStep of(LessonStep step, boolean isOpen, Predicate<String> needsHeatmap) {
        return isOpen ? open(step) : seen(step, needsHeatmap);
    }

    private static PresentedStep open(LessonStep step) {
        List<WindowSpot> hides = step.hidden();
        Set<PresentedPanel> hidden = panels(hides);
        List<WindowSpot> spots = step.screen().spotlit();
        Set<PresentedPanel> seen = panels(spots);
        // A question that hides other things is about the picture that it leaves
        step.screen().place().filter(place -> !hides.isEmpty()).ifPresent(place -> seen.add(PresentedPanel.MICROSCOPE));
        List<PresentedPanel> panels =
                seen.stream().filter(panel -> !hidden.contains(panel)).toList();
        boolean settings = spots.stream()
                .anyMatch(
                        spot -> isSingle(spot.name()) && step.screen().editors().contains(spot.name()));
        boolean verdict = tellsVerdict(spots) && !tellsVerdict(hides);
        boolean isAlone = panels.isEmpty();
        return new PresentedStep(
                isAlone ? List.of(PresentedPanel.VOTE) : panels,
                panels,
                settings,
                verdict,
                isAlone ? VoteRoom.AWAY : VoteRoom.UNDER_TEXT,
                ids(spots),
                ids(spots));
    }

    private static PresentedStep seen(LessonStep step, Predicate<String> needsHeatmap) {
        List<WindowSpot> asked = Stream.concat(
                        step.after().observations().stream().flatMap(observation -> observation.about().stream()),
                        step.screen().spotlit().stream())
                .toList();
        Set<PresentedPanel> panels = panels(asked);
        if (step.screen().editors().contains(LessonTargets.TASK)) {
            panels.add(PresentedPanel.TASK);
        }
        boolean all = step.screen().editors().contains(LessonTargets.HYPERPARAMETERS);
        if (all) {
            panels.add(PresentedPanel.HYPERPARAMETERS);
        }
        step.screen().place().ifPresent(place -> panels.add(PresentedPanel.MICROSCOPE));
        if (step.screen().place().filter(needsHeatmap).isPresent()) {
            panels.add(PresentedPanel.STATE);
        }
        step.question().ifPresent(question -> panels.addAll(panels(question.hides())));
        boolean single = step.screen().editors().stream().anyMatch(PresentedStep::isSingle);
        if (single || all || step.needs().stream().anyMatch(PresentedStep::isTraining)) {
            panels.add(PresentedPanel.LOSS);
        }
        return new PresentedStep(
                List.copyOf(panels),
                List.copyOf(panels(step.screen().spotlit())),
                single && !all,
                true,
                VoteRoom.IN_TEXT,
                ids(step.screen().spotlit()),
                ids(asked));
    }

    private static boolean tellsVerdict(List<WindowSpot> spots) {
        return spots.stream().anyMatch(spot -> VERDICT.contains(spot.name()));
    }

    private static boolean isSingle(String editor) {
        return !editor.equals(LessonTargets.TASK) && !editor.equals(LessonTargets.HYPERPARAMETERS);
    }

    private static Set<PresentedPanel> panels(List<WindowSpot> spots) {
        return spots.stream()
                .map(PresentedStep::panelOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> ids(List<WindowSpot> spots) {
        return spots.stream().map(WindowSpot::id).collect(Collectors.toSet());
    }

    private static boolean isTraining(Need need) {
        return need.conditions().stream().map(Condition::reads).anyMatch(Situation.OF_RUN::contains);
    }

    private static Optional<PresentedPanel> panelOf(WindowSpot spot) {
        return switch (spot.name()) {
            case "loss" -> Optional.of(PresentedPanel.LOSS);
            case "state", "quantity", "sort" -> Optional.of(PresentedPanel.STATE);
            case "microscope", "places" -> Optional.of(PresentedPanel.MICROSCOPE);
            case LessonTargets.TASK, "pairs" -> Optional.of(PresentedPanel.TASK);
            case LessonTargets.HYPERPARAMETERS -> Optional.of(PresentedPanel.HYPERPARAMETERS);
            default -> Optional.empty();
        };
    }
}
