package lab.carousel.file.model.network;

import java.util.List;
import java.util.Optional;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A network that was read.
 *
 * @param parameters its weights
 * @param output     what its output units compute; empty if its file does not tell
 * @param experiment what it learned and how; empty if this program did not write the file
 * @param remarks    what was in the file but was not taken, and does not matter for what the network computes
 */
public record ReadNetwork(
        Parameters parameters, Optional<Output> output, Optional<Experiment> experiment, List<Message> remarks) {

    /** The name under which files tell of the experiment, as JSON of an experiment file. */
    public static final String EXPERIMENT = "carousel_experiment";

    /** Copies the list. */
    public ReadNetwork {
        remarks = List.copyOf(remarks);
    }

    /** A network of which only the weights are known. */
    public static ReadNetwork of(Parameters parameters) {
        return new ReadNetwork(parameters, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * The same with what the file tells of the experiment, if it does.
     *
     * @param name of the file, for messages
     * @throws InvalidInput if that is damaged, or belongs to another network
     */
    public ReadNetwork told(String name, Optional<String> json) {
        if (json.isEmpty()) {
            return this;
        }
        Experiment told = ExperimentFile.parse(name, json.get());
        if (!told.layout().equals(parameters.layout())) {
            throw new InvalidInput("network.otherExperiment", name);
        }
        return new ReadNetwork(parameters, Optional.of(told.hyperparameters().output()), Optional.of(told), remarks);
    }

    /**
     * The experiment that this is the network of, with a task.
     *
     * @param chosen what the output units compute, if the file does not tell
     * @throws InvalidInput if the task has not as many symbols as the network has inputs and outputs
     */
    public Experiment experiment(Task task, Output chosen) {
        ParameterLayout layout = parameters.layout();
        if (task.alphabet().size() != layout.symbols() || task.outputs() != layout.outputs()) {
            throw new InvalidInput(
                    "network.symbols",
                    layout.symbols(),
                    layout.outputs(),
                    task.alphabet().size());
        }
        Hyperparameters hyperparameters = experiment
                .map(Experiment::hyperparameters)
                .orElseGet(() -> Hyperparameters.reference()
                        .withCell(layout.cell())
                        .withLayers(layout.layers())
                        .withHiddenUnits(layout.units())
                        .withOutput(output.orElse(chosen)));
        return new Experiment(task, hyperparameters, EngineName.KERNEL);
    }
}
