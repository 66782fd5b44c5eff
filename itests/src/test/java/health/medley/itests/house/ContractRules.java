package health.medley.itests.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import health.medley.core.Caller;
import health.medley.core.ports.Lease;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What makes an interface a contract. */
final class ContractRules {
    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            UUID.class,
            URI.class,
            Path.class);
    private static final Set<Class<?>> HOLDERS = Set.of(Optional.class, List.class, Map.class);

    /** A lease must be closed, so it is the one thing handed out that is not a value. */
    private static final Set<Class<?>> EXCEPTIONS = Set.of(Lease.class);

    private ContractRules() {}

    static ArchCondition<JavaClass> beAContract() {
        return condition("be a public, plain interface", ContractRules::aboutTheType);
    }

    static ArchCondition<JavaClass> takeTheCallerFirst() {
        return condition("take the caller first in every method", (type, events) -> {
            for (Method method : type.getDeclaredMethods()) {
                Class<?>[] parameters = method.getParameterTypes();
                if (isOfContract(method) && (parameters.length == 0 || parameters[0] != Caller.class)) {
                    events.add(method.getName() + " does not take a Caller first");
                }
            }
        });
    }

    static ArchCondition<JavaClass> returnValuesOnly() {
        return condition("return immutable values only", (type, events) -> {
            for (Method method : type.getDeclaredMethods()) {
                if (isOfContract(method) && !isValue(method.getGenericReturnType())) {
                    events.add(method.getName() + " returns "
                            + method.getGenericReturnType().getTypeName());
                }
            }
        });
    }

    private static void aboutTheType(Class<?> type, List<String> events) {
        if (!type.isInterface() || !Modifier.isPublic(type.getModifiers())) {
            events.add("is not a public interface");
        }
        if (type.getTypeParameters().length > 0) {
            events.add("is generic");
        }
        if (type.isSealed()) {
            events.add("is sealed");
        }
    }

    private static boolean isOfContract(Method method) {
        return Modifier.isAbstract(method.getModifiers()) || method.isDefault();
    }

    static boolean isValue(Type type) {
        if (type instanceof ParameterizedType holder) {
            return HOLDERS.contains(holder.getRawType())
                    && List.of(holder.getActualTypeArguments()).stream().allMatch(ContractRules::isValue);
        }
        if (type instanceof TypeVariable<?> variable) {
            return variable.getGenericDeclaration() instanceof Method;
        }
        return type instanceof Class<?> plain
                && (plain.isPrimitive()
                        || plain.isRecord()
                        || plain.isEnum()
                        || VALUES.contains(plain)
                        || EXCEPTIONS.contains(plain)
                        || plain.getPackageName().equals("java.time") && Modifier.isFinal(plain.getModifiers()));
    }

    private interface Check {
        void check(Class<?> type, List<String> problems);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> problems = new java.util.ArrayList<>();
                check.check(type.reflect(), problems);
                for (String problem : problems) {
                    events.add(SimpleConditionEvent.violated(type, type.getSimpleName() + " " + problem));
                }
            }
        };
    }
}
