package lab.carousel.engine.dl4j;

import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Parameters;
import lab.carousel.text.InvalidInput;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** An experiment's network for others: nothing in it but what is Deeplearning4j's own. */
public final class PlainNetwork {

    private PlainNetwork() {}

    /**
     * A network with these weights, ready for use; what Deeplearning4j's solver does not have is left out.
     *
     * @throws InvalidInput if Deeplearning4j has no such network: see {@link Cell#obstacle}
     */
    public static MultiLayerNetwork of(Experiment experiment, Parameters parameters) {
        InvalidInput.throwIf(parameters.layout().cell().obstacle(CellLibrary.DEEPLEARNING4J));
        NativeCode.load();
        ParameterOrder order = new ParameterOrder(parameters.layout());
        MultiLayerNetwork network = new MultiLayerNetwork(Configuration.plain(
                experiment.hyperparameters(), experiment.task().supply().longestSteps(), parameters.layout()));
        network.init(order.toNetwork(parameters), false);
        return network;
    }
}
