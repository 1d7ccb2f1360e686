package lab.carousel.ui.presenter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.WindowSpot;

/**
 * What a step of a lesson needs on view besides its text and the verdict.
 *
 * @param panels   what stands beside the text, one at a time; the first one is shown first, if there is any
 * @param settings whether single hyperparameters stand over it
 * @param spots    the ids of all that the step points at
 * @param asked    the ids of all that it asks to be looked at
 */
public record PresentedStep(List<PresentedPanel> panels, boolean settings, Set<String> spots, Set<String> asked) {

    /** Copies the lists. */
    public PresentedStep {
        panels = List.copyOf(panels);
        spots = Set.copyOf(spots);
        asked = Set.copyOf(asked);
    }

    /**
     * What a step needs: first what it asks about, then what it points at, what can be edited, what it shows in the microscope, and what it
     * hides until its question is answered; last the loss chart, if the network is to be trained.
     *
     * @param needsHeatmap whether what a place of the microscope shows, given its key, is selected in the heatmap
     */
    public static PresentedStep of(LessonStep step, Predicate<String> needsHeatmap) {
        Set<PresentedPanel> panels = new LinkedHashSet<>();
        List<WindowSpot> asked = Stream.concat(
                        step.after().observations().stream().flatMap(observation -> observation.about().stream()),
                        step.spotlit().stream())
                .toList();
        asked.stream().map(PresentedStep::panelOf).flatMap(Optional::stream).forEach(panels::add);
        if (step.editors().contains(LessonTargets.TASK)) {
            panels.add(PresentedPanel.TASK);
        }
        boolean all = step.editors().contains(LessonTargets.HYPERPARAMETERS);
        if (all) {
            panels.add(PresentedPanel.HYPERPARAMETERS);
        }
        step.place().ifPresent(place -> panels.add(PresentedPanel.MICROSCOPE));
        if (step.place().filter(needsHeatmap).isPresent()) {
            panels.add(PresentedPanel.STATE);
        }
        step.question().ifPresent(question -> question.hides().stream()
                .map(PresentedStep::panelOf)
                .flatMap(Optional::stream)
                .forEach(panels::add));
        boolean single = step.editors().stream().anyMatch(editor -> !editor.equals(LessonTargets.TASK));
        if (single || step.needs().stream().anyMatch(PresentedStep::isTraining)) {
            panels.add(PresentedPanel.LOSS);
        }
        return new PresentedStep(List.copyOf(panels), single && !all, ids(step.spotlit()), ids(asked));
    }

    private static Set<String> ids(List<WindowSpot> spots) {
        return spots.stream().map(WindowSpot::id).collect(Collectors.toSet());
    }

    private static boolean isTraining(Need need) {
        return !(need instanceof Need.PlaceShown || need instanceof Need.ValueChosen || need instanceof Need.Changed);
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
