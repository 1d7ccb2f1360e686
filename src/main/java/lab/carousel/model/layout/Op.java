package lab.carousel.model.layout;

import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Expression.Slope;

public enum Op {
    /** W x + b + U h of a gate. */
    NET,
    /** W x + b of a gate. */
    INPUT,
    /** U h of a gate, with a bias of its own. */
    RECURRENT,
    /** The weight with which a gate looks at a cell state. */
    PEEPHOLE,
    /** A quantity: a state before the step, or what an equation gives. */
    VALUE,
    SUM((dy, y, a, b) -> dy, (dy, y, a, b) -> dy) {
        @Override
        void forward(double[] a, double[] b, double[] y) {
            for (int j = 0; j < y.length; j++) {
                y[j] = a[j] + b[j];
            }
        }
    },
    PRODUCT((dy, y, a, b) -> dy * b, (dy, y, a, b) -> dy * a) {
        @Override
        void forward(double[] a, double[] b, double[] y) {
            for (int j = 0; j < y.length; j++) {
                y[j] = a[j] * b[j];
            }
        }
    },
    /** 1 - a. */
    REST((dy, y, a, b) -> -dy) {
        @Override
        void forward(double[] a, double[] b, double[] y) {
            for (int j = 0; j < y.length; j++) {
                y[j] = 1 - a[j];
            }
        }
    },
    SIGMOID((dy, y, a, b) -> dy * y * (1 - y)) {
        @Override
        void forward(double[] a, double[] b, double[] y) {
            Activation.sigmoid(a, y);
        }
    },
    TANH((dy, y, a, b) -> dy * (1 - y * y)) {
        @Override
        void forward(double[] a, double[] b, double[] y) {
            Activation.tanh(a, y);
        }
    };

    private final Slope[] slopes;

    Op(Slope... slopes) {
        this.slopes = slopes;
    }

    /** From the operands to the value, a number for each unit; b is a where there is one operand. */
    void forward(double[] a, double[] b, double[] y) {
        throw new IllegalStateException(this + " is no operation");
    }

    /** From the gradient of the value to those of the operands, to which it is added. */
    void backward(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db) {
        for (int operand = 0; operand < slopes.length; operand++) {
            double[] target = operand == 0 ? da : db;
            for (int j = 0; j < y.length; j++) {
                target[j] += slopes[operand].of(dy[j], y[j], a[j], b[j]);
            }
        }
    }
}
