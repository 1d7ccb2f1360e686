package lab.carousel.file.model.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A network read from a file.
 *
 * @param experiment empty if it is not known
 * @param remarks what was ignored in the file and does not change the outputs, and whether damage could go unnoticed
 */
public record ReadNetwork(
        Parameters parameters, Output output, Optional<Experiment> experiment, List<Message> remarks) {

    /** Key of the experiment in files, as JSON of an experiment file. */
    public static final String EXPERIMENT = "carousel_experiment";

    /** What a file says of an experiment besides its weights. */
    public static Map<String, String> texts(Experiment experiment) {
        return Map.of(EXPERIMENT, ExperimentFile.toJson(experiment));
    }

    /** The experiment that such texts say; empty if another program wrote them. */
    public static Optional<Experiment> told(String name, Map<String, String> texts) {
        return Optional.ofNullable(texts.get(EXPERIMENT)).map(json -> ExperimentFile.parse(name, json));
    }

    public ReadNetwork {
        remarks = List.copyOf(remarks);
    }

    public static ReadNetwork of(Parameters parameters, Output output) {
        return new ReadNetwork(parameters, output, Optional.empty(), List.of());
    }

    /**
     * Adds the experiment.
     *
     * @throws InvalidInput if it belongs to another network
     */
    public ReadNetwork withExperiment(String name, Experiment told) {
        if (!told.layout().equals(parameters.layout())) {
            throw new InvalidInput("network.otherExperiment", name);
        }
        return new ReadNetwork(parameters, told.hyperparameters().get(Settings.OUTPUT), Optional.of(told), remarks);
    }

    /**
     * An experiment with this network and a task.
     *
     * @throws InvalidInput if the task has not as many symbols as the network has inputs and outputs
     */
    public Experiment experiment(Task task) {
        return experiment(task, experiment.map(Experiment::hyperparameters).orElseGet(Hyperparameters::reference));
    }

    /** The same with other hyperparameters, but for those of the network itself. */
    public Experiment experiment(Task task, Hyperparameters hyperparameters) {
        ParameterLayout layout = parameters.layout();
        if (task.inputs() != layout.symbols() || task.outputs() != layout.outputs()) {
            throw new InvalidInput("network.symbols", layout.symbols(), layout.outputs(), task.inputs());
        }
        Hyperparameters own = hyperparameters
                .with(Settings.CELL, layout.cell())
                .with(Settings.LAYERS, layout.layers())
                .with(Settings.HIDDEN_UNITS, layout.units())
                .with(Settings.OUTPUT, output);
        return new Experiment(task, own, EngineName.KERNEL).checked();
    }
}
