package lab.carousel.file.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** Components of a kind of records, in order. */
public final class RecordShape<T extends Record> {

    private final List<RecordComponent> components;
    private final Constructor<T> constructor;
    private final Method[] accessors;

    public RecordShape(Class<T> type) {
        components = List.of(type.getRecordComponents());
        accessors = components.stream().map(RecordComponent::getAccessor).toArray(Method[]::new);
        try {
            constructor = type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException everyRecordHasIt) {
            throw new IllegalStateException(everyRecordHasIt);
        }
        constructor.setAccessible(true);
        List.of(accessors).forEach(accessor -> accessor.setAccessible(true));
    }

    public List<RecordComponent> components() {
        return components;
    }

    public List<String> names() {
        return components.stream().map(RecordComponent::getName).toList();
    }

    /** Values of the components of a record. */
    public Object[] values(T whole) {
        Object[] values = new Object[accessors.length];
        try {
            for (int index = 0; index < values.length; index++) {
                values[index] = accessors[index].invoke(whole);
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return values;
    }

    /** The record of these values; throws what its constructor throws. */
    public T whole(Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
