package cn.baosong.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.function.Function;

/** A conversion whose types are named, since a lambda does not tell them to Jackson. */
final class TypedConverter<A, B> extends StdConverter<A, B> {
  private final Class<A> from;
  private final Class<B> to;
  private final Function<A, B> function;

  TypedConverter(Class<A> from, Class<B> to, Function<A, B> function) {
    this.from = from;
    this.to = to;
    this.function = function;
  }

  @Override
  public B convert(A value) {
    return function.apply(value);
  }

  @Override
  public JavaType getInputType(TypeFactory types) {
    return types.constructType(from);
  }

  @Override
  public JavaType getOutputType(TypeFactory types) {
    return types.constructType(to);
  }
}
