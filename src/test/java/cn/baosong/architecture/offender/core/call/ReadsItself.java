package cn.baosong.architecture.offender.core.call;

import com.fasterxml.jackson.databind.JsonNode;

/** A core class that carries a library's type. */
public record ReadsItself(JsonNode tree) {}
