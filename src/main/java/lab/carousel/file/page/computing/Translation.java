package lab.carousel.file.page.computing;

import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.drawing.font.FontFace;
import org.jspecify.annotations.Nullable;
import org.teavm.backend.javascript.TeaVMJavaScriptHost;
import org.teavm.extension.spi.substitution.SimpleSubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.GetFieldInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NullConstantInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.model.instructions.StringConstantInstruction;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * What TeaVM is told when it translates the computing of the page into JavaScript; only the build runs this. Its printer takes
 * the sum and the product of doubles for associative and writes a * (b * c) without parentheses, which is another number in
 * the last bit: here their second operand is grouped. And {@link Substitutes} take the place of what a browser does not have.
 */
public final class Translation extends SimpleSubstitutionPolicy implements TeaVMPlugin {

    private static final String OURS = "lab.carousel.";
    private static final String COMMONS_MATH = "org.apache.commons.math3.";
    /** What its complaints and texts are made of. */
    private static final Set<String> WORDS = Set.of(
            COMMONS_MATH + "exception.util.LocalizedFormats",
            COMMONS_MATH + "exception.util.ExceptionContext",
            COMMONS_MATH + "linear.RealMatrixFormat",
            "java.text.NumberFormat",
            "java.util.Locale");

    private static final MethodReference GROUPED =
            new MethodReference(Operand.class, "grouped", double.class, double.class);
    /** Methods, with how many parameters, that those of {@link Substitutes} of the same names take the place of. */
    private static final Set<String> SUBSTITUTED = Set.of(
            "java.lang.StrictMath.cos/1",
            "java.lang.StrictMath.log/1",
            "java.lang.StrictMath.log1p/1",
            "java.lang.Math.copySign/2",
            "java.lang.Math.rint/1",
            "java.lang.Math.round/1",
            "java.lang.Math.multiplyHigh/2",
            "java.lang.String.split/1",
            "java.util.Arrays.compare/2",
            "java.util.Collection.parallelStream/0",
            "java.util.Collections.unmodifiableSortedMap/1",
            "java.util.stream.Stream.distinct/0",
            "java.util.stream.IntStream.distinct/0",
            "java.util.regex.Pattern.compile/1",
            "java.util.regex.Pattern.compile/2",
            "lab.carousel.model.function.Exponential.halfOfPower/1",
            "lab.carousel.model.function.Exponentials.scale/2",
            "lab.carousel.model.function.Exponentials.scaleIfFew/2",
            "lab.carousel.model.function.BatchActivations.joinTanh/5",
            "lab.carousel.model.function.Softplus.areNear/1",
            "lab.carousel.model.function.Softplus.areClear/1",
            "lab.carousel.text.FileNumber.text/1",
            "lab.carousel.text.Language.systemLanguage/0",
            "lab.carousel.text.Language.texts/2",
            "lab.carousel.text.Message.text/1",
            "lab.carousel.text.NumberText.format/3");

    /** The method in whose place stands what it gives of the page's font: a page reads no files. */
    private static final String WIDTHS = FontFace.class.getName() + ".table/0";

    /** Marks an operand; the translation has parentheses in its place. A class without anything to prepare. */
    static final class Operand {

        private Operand() {}

        static native double grouped(double operand);
    }

    @Override
    public void contribute(SubstitutionSink sink) {
        String here = Translation.class.getPackageName();
        sink.selectClasses(named("java.util.SplittableRandom")).replacePackage("java.util", here);
        sink.selectClasses(named("java.util.concurrent.atomic.AtomicReferenceArray"))
                .replacePackage("java.util.concurrent.atomic", here);
    }

    @Override
    public void install(TeaVMHost host) {
        host.add((holder, context) -> translate(holder));
        host.getExtension(TeaVMJavaScriptHost.class).add(GROUPED, (context, method) -> {
            context.getWriter().append("(");
            context.writeExpr(context.getArgument(0));
            context.getWriter().append(")");
        });
    }

    private static void translate(ClassHolder holder) {
        boolean isLibrary = holder.getName().startsWith(COMMONS_MATH);
        if (isLibrary) {
            leaveOutWords(holder);
        }
        if (!isLibrary && !holder.getName().startsWith(OURS)) {
            return;
        }
        boolean isSubstitute = holder.getName().equals(Substitutes.class.getName());
        holder.getMethods().stream()
                .map(method -> method.getProgram())
                .filter(program -> program != null)
                .forEach(program -> translate(program, isSubstitute));
    }

    /** The library's complaints have no words there: these, and how they are put together, are ten times what computes. */
    private static void leaveOutWords(ClassHolder holder) {
        holder.getMethods().stream()
                .map(method -> method.getProgram())
                .filter(program -> program != null)
                .forEach(Translation::leaveOutWords);
    }

    private static void leaveOutWords(Program program) {
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof GetFieldInstruction read
                        && WORDS.contains(read.getField().getClassName())) {
                    leaveOut(read, read.getReceiver());
                } else if (instruction instanceof InvokeInstruction call
                        && WORDS.contains(call.getMethod().getClassName())) {
                    leaveOut(call, call.getReceiver());
                }
            }
        }
    }

    private static void leaveOut(Instruction instruction, @Nullable Variable receiver) {
        if (receiver == null) {
            instruction.delete();
            return;
        }
        NullConstantInstruction nothing = new NullConstantInstruction();
        nothing.setReceiver(receiver);
        instruction.replace(nothing);
    }

    private static void translate(Program program, boolean isSubstitute) {
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof BinaryInstruction binary) {
                    group(binary, program);
                } else if (instruction instanceof InvokeInstruction call && !isSubstitute) {
                    substitute(call);
                }
            }
        }
    }

    private static void group(BinaryInstruction binary, Program program) {
        boolean isSaidToBeAssociative =
                binary.getOperation() == BinaryOperation.ADD || binary.getOperation() == BinaryOperation.MULTIPLY;
        if (isSaidToBeAssociative && binary.getOperandType() == NumericOperandType.DOUBLE) {
            InvokeInstruction mark = new InvokeInstruction();
            mark.setType(InvocationType.SPECIAL);
            mark.setMethod(GROUPED);
            mark.setArguments(binary.getSecondOperand());
            mark.setReceiver(program.createVariable());
            binary.insertPrevious(mark);
            binary.setSecondOperand(mark.getReceiver());
        }
    }

    private static void substitute(InvokeInstruction call) {
        MethodReference method = call.getMethod();
        String name = method.getClassName() + "." + method.getName() + "/" + method.parameterCount();
        if (name.equals(WIDTHS)) {
            StringConstantInstruction widths = new StringConstantInstruction();
            widths.setConstant(FontFace.table().split(" ")[0]);
            widths.setReceiver(call.getReceiver());
            call.replace(widths);
        }
        if (!SUBSTITUTED.contains(name)) {
            return;
        }
        boolean hasObject = call.getInstance() != null;
        Stream<ValueType> object = hasObject ? Stream.of(ValueType.object(method.getClassName())) : Stream.of();
        ValueType[] signature =
                Stream.concat(object, Stream.of(method.getSignature())).toArray(ValueType[]::new);
        if (hasObject) {
            call.setArguments(Stream.concat(Stream.of(call.getInstance()), call.getArguments().stream())
                    .toArray(Variable[]::new));
            call.setInstance(null);
        }
        call.setType(InvocationType.SPECIAL);
        call.setMethod(new MethodReference(Substitutes.class.getName(), method.getName(), signature));
    }
}
