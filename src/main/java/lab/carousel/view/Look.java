package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.Step;

/**
 * What a view looks at.
 *
 * @param network    fed as it is looked at
 * @param epoch      after which it has its parameters
 * @param evaluation of it
 * @param unit       that is selected, counted from 0 through all layers; -1 for none
 * @param step       that is selected; empty for none
 * @param fork       the steps of the one that is selected; empty for none
 * @param moment     of its run
 */
public record Look(
        FedNetwork network,
        int epoch,
        Evaluation evaluation,
        int unit,
        Optional<Step> step,
        List<Step> fork,
        RunMoment moment) {

    public Look {
        fork = List.copyOf(fork);
    }

    /** Looks back, at no fork. */
    public Look(FedNetwork network, int epoch, Evaluation evaluation, int unit, Optional<Step> step) {
        this(network, epoch, evaluation, unit, step, List.of(), RunMoment.PAST);
    }

    /** Of a network as it is trained, with nothing selected. */
    public static Look of(Experiment experiment, Parameters parameters, int epoch) {
        Evaluator evaluator = new Evaluator(experiment);
        return new Look(evaluator.fed(parameters), epoch, evaluator.evaluate(parameters), -1, Optional.empty());
    }

    public Experiment experiment() {
        return network.experiment();
    }
}
