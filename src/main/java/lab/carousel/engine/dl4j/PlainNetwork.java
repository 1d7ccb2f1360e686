package lab.carousel.engine.dl4j;

import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** An experiment's network for others: nothing in it but what is Deeplearning4j's own. */
public final class PlainNetwork {

    private PlainNetwork() {}

    /**
     * A network of Deeplearning4j, ready for use.
     *
     * @param experiment its shape, its output and how it was trained
     * @param parameters its weights, in the layout of the experiment
     */
    public static MultiLayerNetwork of(Experiment experiment, Parameters parameters) {
        NativeCode.load();
        MultiLayerNetwork network = new MultiLayerNetwork(Configuration.plain(experiment));
        network.init(new ParameterOrder(experiment.layout()).toNetwork(parameters), false);
        return network;
    }
}
