package lab.carousel.engine;

import static lab.carousel.model.Optimiser.ADAM_BETA1;
import static lab.carousel.model.Optimiser.ADAM_BETA2;
import static lab.carousel.model.Optimiser.EPSILON;

import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.Stream;
import lab.carousel.model.Output;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.Target;

/**
 * One whole weight update of the reference network, to be read from top to bottom: forward, loss, backward, Adam. Slow
 * and short on purpose; the engines do the same fast, and for every other setting. A test holds it equal to the kernel.
 *
 * <p>There are K symbols and H units. Every array has its shape behind it: W (K, 4H) has K rows of 4H numbers. The 4H
 * columns are four blocks of H: input gate i, forget gate f, candidate g, output gate o. Formulas as in the papers.
 */
public final class OneUpdate {

    /** Numbers p that are learned, dL/dp, and Adam's running means of dL/dp and of its square: each (rows, columns). */
    private record Learned(double[][] p, double[][] slope, double[][] m, double[][] v) {

        Learned(int rows, int columns) {
            this(zeros(rows, columns), zeros(rows, columns), zeros(rows, columns), zeros(rows, columns));
        }
    }

    private final ParameterLayout layout;
    private final int symbols; // K
    private final int units; // H
    private final double rate;
    private final Learned w; // (K, 4H) from the symbol to the gates
    private final Learned u; // (H, 4H) from the hidden state to the gates
    private final Learned b; // (1, 4H) the bias of the gates
    private final Learned out; // V (H, K) from the hidden state to the outputs
    private final Learned bias; // d (1, K) the bias of the outputs
    private final List<Learned> all;
    private int t; // updates made so far
    private double[] h; // (H) the hidden state and
    private double[] c; // (H) the cell state, carried from one update to the next
    private double[] i = {}; // (H) the gates of this update,
    private double[] f = {};
    private double[] g = {};
    private double[] o = {};
    private double[] cNew = {}; // (H) and the states after it
    private double[] hNew = {};
    private double[] dz = {}; // (K) dL/dz, where z are the net inputs of the outputs

    /** Starts from these parameters of one layer of LSTM units with as many outputs as symbols, and from a zero state. */
    public OneUpdate(Parameters initial, double learningRate) {
        layout = initial.layout();
        symbols = layout.symbols();
        units = layout.units();
        rate = learningRate;
        w = new Learned(symbols, 4 * units);
        u = new Learned(units, 4 * units);
        b = new Learned(1, 4 * units);
        out = new Learned(units, symbols);
        bias = new Learned(1, symbols);
        all = List.of(w, u, b, out, bias);
        PrimitiveIterator.OfDouble values = Arrays.stream(initial.toArray()).iterator();
        all.forEach(learned -> {
            for (double[] row : learned.p) {
                Arrays.setAll(row, column -> values.nextDouble());
            }
        });
        resetState();
    }

    public void resetState() {
        h = new double[units];
        c = new double[units];
    }

    /** Learns one step, and returns the loss before the change. */
    public double update(int symbol, Target target) {
        forward(symbol);
        double loss = loss(target);
        backward(symbol);
        t++;
        all.forEach(this::adam);
        h = hNew;
        c = cNew;
        return loss;
    }

    // net = W x + U h + b      (4H)   x is one-hot, so W x is the row of the symbol
    // i = sigma(net_i)   f = sigma(net_f)   g = tanh(net_g)   o = sigma(net_o)      (H)
    // c' = f c + i g     h' = o tanh(c')      (H)
    private void forward(int symbol) {
        double[] net = new double[4 * units];
        for (int j = 0; j < 4 * units; j++) {
            net[j] = w.p[symbol][j] + b.p[0][j];
            for (int k = 0; k < units; k++) {
                net[j] += h[k] * u.p[k][j];
            }
        }
        i = new double[units];
        f = new double[units];
        g = new double[units];
        o = new double[units];
        cNew = new double[units];
        hNew = new double[units];
        for (int k = 0; k < units; k++) {
            i[k] = sigma(net[k]);
            f[k] = sigma(net[units + k]);
            g[k] = Math.tanh(net[2 * units + k]);
            o[k] = sigma(net[3 * units + k]);
            cNew[k] = f[k] * c[k] + i[k] * g[k];
            hNew[k] = o[k] * Math.tanh(cNew[k]);
        }
    }

    // z = V h' + d      y = sigma(z)      (K)   should be 1 for the target and 0 for the others
    // L = -1/K sum of  ln y for the target and ln(1 - y) for the others
    // dL/dz = (y - what it should be) / K      (K)
    private double loss(Target target) {
        dz = new double[symbols];
        for (int k = 0; k < symbols; k++) {
            dz[k] = bias.p[0][k];
            for (int n = 0; n < units; n++) {
                dz[k] += hNew[n] * out.p[n][k];
            }
        }
        double loss = Output.SIGMOID.loss(dz, target);
        Output.SIGMOID.activate(dz);
        Output.SIGMOID.gradient(dz, target, 0, 1);
        return loss;
    }

    // dL/dV = h' dz      (H, K)      dL/dd = dz      (K)      dh = V dz      (H)
    // dc = dh o (1 - tanh(c')^2)      (H)
    // di = dc g   df = dc c   dg = dc i   do = dh tanh(c')      (H)
    // d net = di i (1 - i), likewise f and o, and dg (1 - g^2)      (4H)
    // dL/dW = x d net      (K, 4H)      dL/dU = h d net      (H, 4H)      dL/db = d net      (4H)
    // It would go on to the state before, as dc f and U d net; with an update for each step it ends here
    private void backward(int symbol) {
        double[] dNet = new double[4 * units];
        for (int n = 0; n < units; n++) {
            double dh = 0;
            for (int k = 0; k < symbols; k++) {
                out.slope[n][k] = hNew[n] * dz[k];
                dh += out.p[n][k] * dz[k];
            }
            double tanhC = Math.tanh(cNew[n]);
            double dc = dh * o[n] * (1 - tanhC * tanhC);
            dNet[n] = dc * g[n] * i[n] * (1 - i[n]);
            dNet[units + n] = dc * c[n] * f[n] * (1 - f[n]);
            dNet[2 * units + n] = dc * i[n] * (1 - g[n] * g[n]);
            dNet[3 * units + n] = dh * tanhC * o[n] * (1 - o[n]);
        }
        bias.slope[0] = dz;
        b.slope[0] = dNet;
        for (int j = 0; j < 4 * units; j++) {
            for (int k = 0; k < symbols; k++) {
                w.slope[k][j] = k == symbol ? dNet[j] : 0;
            }
            for (int k = 0; k < units; k++) {
                u.slope[k][j] = h[k] * dNet[j];
            }
        }
    }

    // m = beta1 m + (1 - beta1) dL/dp      v = beta2 v + (1 - beta2) (dL/dp)^2
    // p = p - rate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)
    private void adam(Learned one) {
        double step = rate * Math.sqrt(1 - Math.pow(ADAM_BETA2, t)) / (1 - Math.pow(ADAM_BETA1, t));
        for (int row = 0; row < one.p.length; row++) {
            for (int k = 0; k < one.p[row].length; k++) {
                double slope = one.slope[row][k];
                one.m[row][k] = ADAM_BETA1 * one.m[row][k] + (1 - ADAM_BETA1) * slope;
                one.v[row][k] = ADAM_BETA2 * one.v[row][k] + (1 - ADAM_BETA2) * slope * slope;
                one.p[row][k] -= step * one.m[row][k] / (Math.sqrt(one.v[row][k]) + EPSILON);
            }
        }
    }

    private static double[][] zeros(int rows, int columns) {
        return new double[rows][columns];
    }

    private static double sigma(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    public Parameters parameters() {
        Stream<double[]> rows = all.stream().flatMap(learned -> Arrays.stream(learned.p));
        return Parameters.of(layout, rows.flatMapToDouble(Arrays::stream).toArray());
    }
}
