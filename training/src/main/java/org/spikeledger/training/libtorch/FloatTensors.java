package org.spikeledger.training.libtorch;

import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** Float32 tensors from and to arrays. */
public final class FloatTensors {
  private FloatTensors() {}

  /** A new tensor of a shape, filled row-major from an array of that many values. */
  public static Tensor of(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape);
    buffer(tensor).put(values);
    return tensor;
  }

  /** A new tensor without dimensions. */
  public static Tensor scalar(float value) {
    return of(new float[] {value});
  }

  /** Lets gradients flow to a tensor and returns it. */
  public static Tensor parameter(Tensor tensor) {
    tensor.set_requires_grad(true);
    return tensor;
  }

  /**
   * A tensor that always has the values of another, and a gradient of its own.
   *
   * @param tensor that is learned; null gives null
   */
  public static Tensor twin(Tensor tensor) {
    return tensor == null ? null : parameter(tensor.detach());
  }

  /** Sends the loss's gradient by a tensor back through all that it was made from. */
  public static void backward(Tensor tensor, Tensor gradient) {
    tensor.backward(gradient, new BoolOptional(), false, new TensorArrayRefOptional());
  }

  /** The values in row-major order of the tensor's shape, whatever its memory order. */
  public static float[] values(Tensor tensor) {
    Tensor rowMajor = tensor.detach().contiguous();
    float[] values = new float[Math.toIntExact(rowMajor.numel())];
    buffer(rowMajor).get(values);
    return values;
  }

  /** The tensor's own memory, in its memory order; valid while the tensor lives. */
  public static FloatBuffer buffer(Tensor tensor) {
    FloatPointer pointer = tensor.data_ptr_float();
    return pointer.capacity(tensor.numel()).asBuffer();
  }

  /** As {@link #buffer}, byte by byte. */
  public static MemorySegment memory(Tensor tensor) {
    return MemorySegment.ofBuffer(buffer(tensor));
  }

  /** Maps with values yet to be written, in memory by row, column, channel. */
  public static Tensor emptyMaps(long batch, long channels, long rows, long columns) {
    return torch.empty(batch, rows, columns, channels).permute(0, 3, 1, 2);
  }

  /** The tensor with dense memory: maps by row, column, channel, anything else row-major. */
  public static Tensor dense(Tensor tensor) {
    return tensor.dim() == 4 ? tensor.contiguous(MemoryFormat.ChannelsLast) : tensor.contiguous();
  }

  /** Computes something of which no gradient is wanted. */
  public static <T> T withoutGradient(Supplier<T> work) {
    AutoGradMode off = new AutoGradMode(false);
    try {
      return work.get();
    } finally {
      off.close();
    }
  }
}
