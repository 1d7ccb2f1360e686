package lab.carousel.file.model.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.LayerArrays;
import lab.carousel.file.model.network.OpenQuestion;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.network.Subject;
import lab.carousel.file.model.tensor.NamedTensors;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.BlockKind;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * Reads the arrays of a PyTorch module with recurrent layers and a linear one, under any names. PyTorch has two biases
 * in each layer; their sum is used, except for GRU, which has two. The arrays tell neither the order of the layers nor
 * the functions beside them: these are open questions, unless this program wrote the file.
 */
public final class TorchNetwork {

    private static final Pattern RECURRENT = Pattern.compile("(.*?)(weight|bias)_(ih|hh|hr)_l(\\d{1,3})(_reverse)?");
    private static final Pattern LINEAR = Pattern.compile("(.*?)\\.?(weight|bias)");
    private static final String BEFORE_AND_AFTER = ", ";
    /** Keras's word. */
    private static final String TANH = "tanh";
    /** Nobody could choose among more orders. */
    private static final int MOST_ORDERS = 24;

    private final String file;
    /** Arrays of the recurrent module by their names there, such as {@code weight_ih_l0}. */
    private final Map<String, Tensor> recurrent = new HashMap<>();

    private final Set<Integer> layers = new HashSet<>();
    /** Arrays by module and {@code weight} or {@code bias}. */
    private final Map<String, Map<String, Tensor>> linear = new LinkedHashMap<>();

    private String module = "";

    private TorchNetwork(String file) {
        this.file = file;
    }

    /**
     * @throws InvalidInput if the file holds no supported network; names the array
     */
    public static FoundNetwork of(String name, NamedTensors file) {
        Map<String, Tensor> tensors = file.tensors();
        Optional<Experiment> told = ReadNetwork.told(name, file.texts());
        if (told.isPresent()) {
            Parameters parameters = TorchArray.read(name, told.get().layout(), tensors);
            Output output = told.get().hyperparameters().get(Settings.OUTPUT);
            List<Message> remarks = file.isChecked() ? List.of() : List.of(Message.of("file.unchecked", name));
            return FoundNetwork.withoutQuestions(new ReadNetwork(parameters, output, told, remarks));
        }
        Optional<ParameterLayout> layout = TorchArray.ownLayout(name, tensors);
        if (layout.isPresent()) {
            Parameters parameters = TorchArray.read(name, layout.get(), tensors);
            return new FoundNetwork(
                    List.of(OpenQuestion.OUTPUT), answers -> ReadNetwork.of(parameters, OpenQuestion.output(answers)));
        }
        TorchNetwork network = new TorchNetwork(name);
        tensors.forEach(network::sort);
        return network.recurrent.isEmpty() ? network.withoutMemory() : network.withMemory();
    }

    private void sort(String name, Tensor tensor) {
        Matcher cells = RECURRENT.matcher(name);
        Matcher dense = LINEAR.matcher(name);
        Tensor before;
        if (cells.matches()) {
            if (cells.group(5) != null) {
                throw new InvalidInput("network.torch.reverse", file, name);
            }
            if (cells.group(3).equals("hr")) {
                throw new InvalidInput("network.torch.projection", file, name);
            }
            if (!recurrent.isEmpty() && !module.equals(cells.group(1))) {
                throw new InvalidInput("network.torch.two", file, name);
            }
            module = cells.group(1);
            int layer = Integer.parseInt(cells.group(4));
            layers.add(layer);
            before = recurrent.put(cells.group(2) + "_" + cells.group(3) + "_l" + layer, tensor);
        } else if (dense.matches()) {
            before = linear.computeIfAbsent(dense.group(1), any -> new HashMap<>())
                    .put(dense.group(2), tensor);
        } else {
            throw new InvalidInput("network.torch.unknown", file, name);
        }
        if (before != null) {
            throw new InvalidInput("network.torch.twice", file, name);
        }
    }

    private FoundNetwork withMemory() {
        if (linear.size() != 1) {
            throw new InvalidInput("network.torch.linear", file, String.join(BEFORE_AND_AFTER, linear.keySet()));
        }
        String name = linear.keySet().iterator().next();
        Tensor dense = kernel(name);
        Tensor recurrentKernel = array(0, "weight_hh");
        Cell cell = cell(recurrentKernel);
        String cells = module.isEmpty() ? cell.toString().toLowerCase(Locale.ROOT) : module.replaceFirst("\\.$", "");
        String after = cells + BEFORE_AND_AFTER + name;
        String before = name + BEFORE_AND_AFTER + cells;
        List<String> orders = new ArrayList<>(List.of(after));
        Tensor kernel = array(0, "weight_ih");
        if (kernel.rank() == 2 && dense.length(1) == kernel.length(1)) {
            if (dense.length(0) == recurrentKernel.length(1)) {
                orders.add(before);
            } else {
                orders.set(0, before);
            }
        }
        List<OpenQuestion> questions = new ArrayList<>(List.of(OpenQuestion.order(orders)));
        questions.add(
                cell == Cell.LSTM
                        ? OpenQuestion.usually(Subject.GATES, "i f g o", "i o f g")
                        : cell == Cell.GRU
                                ? OpenQuestion.usually(Subject.GATES, "r z n", "z r n")
                                : OpenQuestion.usually(Subject.ACTIVATION, TANH, "relu"));
        questions.add(OpenQuestion.usually(Subject.BETWEEN, OpenQuestion.NONE, "relu", TANH, "other"));
        questions.add(OpenQuestion.OUTPUT);
        return new FoundNetwork(questions, answers -> {
            if (before.equals(answers.get(Subject.ORDER))) {
                throw new InvalidInput("network.torch.before", name);
            }
            requireComputed(answers, Subject.ACTIVATION, TANH);
            requireComputed(answers, Subject.BETWEEN, OpenQuestion.NONE);
            return assembled(name, gates(answers.getOrDefault(Subject.GATES, "")), OpenQuestion.output(answers));
        });
    }

    private static UnaryOperator<LayerArrays> gates(String order) {
        return switch (order) {
            case "i o f g" -> layer -> layer.reordered(0, 2, 3, 1);
            case "r z n" -> layer -> layer.reordered(1, 0, 2);
            default -> layer -> layer;
        };
    }

    private static void requireComputed(Map<Subject, String> answers, Subject subject, String computed) {
        String answer = answers.getOrDefault(subject, computed);
        if (!answer.equals(computed)) {
            throw new InvalidInput(
                    "network.torch.function",
                    subject.words(),
                    OpenQuestion.shown(answer),
                    OpenQuestion.shown(computed));
        }
    }

    private FoundNetwork withoutMemory() {
        if (linear.size() < 2) {
            throw new InvalidInput("network.torch.none", file);
        }
        Settings.LAYERS.check(linear.size() - 1);
        List<String> orders = new ArrayList<>();
        collectOrders(List.of(), orders);
        if (orders.isEmpty() || orders.size() > MOST_ORDERS) {
            throw new InvalidInput(
                    orders.isEmpty() ? "network.torch.noOrder" : "network.torch.orders",
                    file,
                    String.join(BEFORE_AND_AFTER, linear.keySet()));
        }
        List<OpenQuestion> questions = List.of(
                OpenQuestion.order(orders),
                OpenQuestion.usually(Subject.ACTIVATION, TANH, "relu", "sigmoid", "other"),
                OpenQuestion.OUTPUT);
        return new FoundNetwork(questions, answers -> {
            requireComputed(answers, Subject.ACTIVATION, TANH);
            List<String> order = new ArrayList<>(
                    Arrays.asList(answers.getOrDefault(Subject.ORDER, "").split(BEFORE_AND_AFTER)));
            String last = order.remove(order.size() - 1);
            return assembled(order, last, OpenQuestion.output(answers));
        });
    }

    /** Finds all orders in which each layer has as many inputs as the one before has outputs. */
    private void collectOrders(List<String> begun, List<String> orders) {
        if (begun.size() == linear.size()) {
            orders.add(String.join(BEFORE_AND_AFTER, begun));
        }
        linear.keySet().forEach(name -> {
            boolean fits = begun.isEmpty()
                    || kernel(begun.get(begun.size() - 1)).length(1)
                            == kernel(name).length(0);
            if (fits && !begun.contains(name) && orders.size() <= MOST_ORDERS) {
                List<String> more = new ArrayList<>(begun);
                more.add(name);
                collectOrders(more, orders);
            }
        });
    }

    private ReadNetwork assembled(List<String> order, String last, Output output) {
        List<LayerArrays> stack = order.stream().map(this::linear).toList();
        return ReadNetwork.of(LayerArrays.together(Cell.DENSE, stack, linear(last), Optional.empty()), output);
    }

    private ReadNetwork assembled(String last, UnaryOperator<LayerArrays> gates, Output output) {
        Cell cell = cell(array(0, "weight_hh"));
        List<LayerArrays> stack = IntStream.range(0, layers.size())
                .mapToObj(number -> gates.apply(layer(cell, number)))
                .toList();
        return ReadNetwork.of(LayerArrays.together(cell, stack, linear(last), Optional.empty()), output);
    }

    /** The cell, by the ratio of height and width of the recurrent kernel. */
    private Cell cell(Tensor recurrentKernel) {
        int units = recurrentKernel.rank() == 2 ? recurrentKernel.length(1) : 0;
        int gates = units > 0 && recurrentKernel.length(0) % units == 0 ? recurrentKernel.length(0) / units : 0;
        return switch (gates) {
            case 4 -> Cell.LSTM;
            case 3 -> Cell.GRU;
            case 1 -> Cell.RECURRENT;
            default ->
                throw new InvalidInput(
                        "network.torch.gates", file, module + "weight_hh_l0", recurrentKernel.shapeText());
        };
    }

    private Tensor array(int layer, String kind) {
        String name = kind + "_l" + layer;
        return Optional.ofNullable(recurrent.get(name))
                .orElseThrow(() -> new InvalidInput("network.torch.missing", file, module + name));
    }

    private LayerArrays layer(Cell cell, int number) {
        Tensor kernel = array(number, "weight_ih");
        Tensor recurrentKernel = array(number, "weight_hh");
        String name = module + "weight_ih_l" + number;
        int rows = recurrentKernel.length(0);
        if (kernel.rank() != 2 || kernel.length(0) != rows || cell(recurrentKernel) != cell) {
            throw new InvalidInput("network.layer.matrix", name, kernel.shapeText());
        }
        boolean isBiased = recurrent.containsKey("bias_ih_l" + number) || recurrent.containsKey("bias_hh_l" + number);
        Tensor first = isBiased ? bias(number, "bias_ih", rows) : Tensor.zeros(rows);
        Tensor second = isBiased ? bias(number, "bias_hh", rows) : Tensor.zeros(rows);
        return new LayerArrays(
                name,
                Map.of(
                        BlockKind.INPUT_KERNEL,
                        kernel.transposed(),
                        BlockKind.RECURRENT_KERNEL,
                        recurrentKernel.transposed(),
                        BlockKind.BIAS,
                        cell.hasRecurrentBias() ? first : sum(first, second),
                        BlockKind.RECURRENT_BIAS,
                        second));
    }

    private Tensor bias(int layer, String kind, int rows) {
        Tensor bias = array(layer, kind);
        if (!bias.shape().equals(List.of(rows))) {
            throw new InvalidInput("network.layer.shape", module + kind + "_l" + layer, bias.shapeText(), rows + "");
        }
        return bias;
    }

    private static Tensor sum(Tensor first, Tensor second) {
        double[] sum = new double[first.values().length];
        Arrays.setAll(sum, index -> first.values()[index] + second.values()[index]);
        return Tensor.of(sum);
    }

    private LayerArrays linear(String name) {
        Tensor kernel = kernel(name);
        Tensor bias = Objects.requireNonNull(linear.get(name)).getOrDefault("bias", Tensor.zeros(kernel.length(1)));
        return new LayerArrays(name, Map.of(BlockKind.INPUT_KERNEL, kernel, BlockKind.BIAS, bias));
    }

    private Tensor kernel(String name) {
        Tensor weight = Optional.ofNullable(linear.get(name))
                .flatMap(arrays -> Optional.ofNullable(arrays.get("weight")))
                .orElseThrow(() -> new InvalidInput("network.torch.missing", file, name + ".weight"));
        if (weight.rank() != 2) {
            throw new InvalidInput("network.layer.matrix", name, weight.shapeText());
        }
        return weight.transposed();
    }
}
