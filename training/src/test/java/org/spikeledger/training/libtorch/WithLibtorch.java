package org.spikeledger.training.libtorch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test class on one thread of libtorch, or skips it where there is no libtorch. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithLibtorch.Extension.class)
public @interface WithLibtorch {

  /** Decides and loads. */
  final class Extension implements ExecutionCondition, BeforeAllCallback {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Libtorch.isSupported()
          ? ConditionEvaluationResult.enabled("libtorch is here")
          : ConditionEvaluationResult.disabled("libtorch is shipped for linux-x86_64 only");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
      Libtorch.load(1);
    }
  }
}
