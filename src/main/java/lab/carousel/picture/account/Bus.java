package lab.carousel.picture.account;

import lab.carousel.text.Message;

/** What comes into a cell along its lower edge: the input and the hidden state of all units. */
final class Bus {

    /** How far down it runs. */
    static final double Y = 178;

    private Bus() {}

    /**
     * Names of what comes in from the left.
     *
     * @param input the input symbol; empty in a higher layer
     */
    static void drawInto(String input, DiagramPlan plan) {
        String words = input.isEmpty() ? Message.text("account.below") : Message.text("account.in", input);
        plan.label(26, Y - 8, words);
        plan.label(26, Y + 16, Message.text("account.hBefore"));
    }

    /** The net input of a gate, beside its wire. */
    static void net(double x, double net, DiagramPlan plan) {
        plan.value(x, Y - 13, net, Message.text("account.net"));
    }
}
