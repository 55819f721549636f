#!/usr/bin/env python3
"""Times one training step of a configuration's ANN in PyTorch, or of its SNN at T timesteps: the
same step that `spikeledger train CONFIG --time STEPS` times. Forward, loss, backward, the stage's
optimiser, in channels-last memory, in bfloat16 but for the first layer where the configuration
says so. Neurons are float32, with a learned threshold and leak a layer.

Needs PyTorch (Debian: apt-get install python3-torch). Prints one JSON object.

    python3 training/bench/pytorch_step.py training/configs/cifar10-vgg16.json STEPS [T]
"""
import json
import sys
import time

try:
    import torch
except ImportError:
    sys.exit("PyTorch is not installed: apt-get install python3-torch")

VGG = {
    "vgg5": "64 A 128 128 A",
    "vgg9": "64 A 128 256 A 256 512 A 512 A 512",
    "vgg16": "64 64 A 128 128 A 256 256 256 A 512 512 512 A 512 512 512",
}


class Neurons(torch.nn.Module):
    """Leaky integrate-and-fire over all timesteps, which lie one after another in the batch."""

    def __init__(self, timesteps, one_current):
        super().__init__()
        self.timesteps = timesteps
        self.one_current = one_current
        self.threshold = torch.nn.Parameter(torch.tensor(1.0))
        self.leak = torch.nn.Parameter(torch.tensor(1.0))

    def forward(self, currents):
        currents = currents.float()
        if self.one_current:
            arriving = [currents] * self.timesteps
        else:
            arriving = currents.chunk(self.timesteps)
        membrane = torch.zeros_like(arriving[0])
        spikes = []
        for current in arriving:
            potential = self.leak * membrane + current
            spike = self.spike(potential)
            membrane = potential - self.threshold * spike.detach()
            spikes.append(spike)
        return torch.cat(spikes)

    def spike(self, potential):
        """0 or 1, with the triangle of height 1 as its derivative."""
        near = (potential / self.threshold - 1).clamp(-1, 1)
        soft = near - near * near.abs() / 2
        hard = (potential > self.threshold).float()
        return hard + soft - soft.detach()


class Network(torch.nn.Module):
    """Convolutions with batch normalisation and ReLU or neurons, average pools, a linear layer."""

    def __init__(self, parts, width, classes, normalised, dropout, timesteps):
        super().__init__()
        self.timesteps = timesteps
        layers, channels, side = [], 3, 32
        for part in parts.split():
            if part == "A":
                layers.append(torch.nn.AvgPool2d(2))
                side //= 2
                continue
            out = max(4, round(int(part) * width))
            layers.append(torch.nn.Conv2d(channels, out, 3, padding=1, bias=False))
            if normalised:
                layers.append(torch.nn.BatchNorm2d(out))
            layers.append(Neurons(timesteps, channels == 3) if timesteps else torch.nn.ReLU())
            channels = out
        self.first = layers[0]
        self.body = torch.nn.Sequential(*layers[1:])
        self.head = torch.nn.Sequential(
            torch.nn.Flatten(),
            torch.nn.Dropout(dropout),
            torch.nn.Linear(channels * side * side, classes, bias=False),
        )

    def forward(self, images, lowered):
        values = self.first(images)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=lowered):
            currents = self.head(self.body(values)).float()
        return sum(currents.chunk(max(1, self.timesteps)))


def optimiser_of(stage, parameters):
    """The stage's own; the learning rate does not change how long a step takes."""
    if stage["optimiser"]["kind"] == "sgd":
        return torch.optim.SGD(
            parameters, lr=0.01, momentum=0.9, weight_decay=0.0005, nesterov=True
        )
    return torch.optim.AdamW(parameters, lr=0.0005, weight_decay=0.05, amsgrad=True)


def main():
    configuration = json.load(open(sys.argv[1]))
    steps = int(sys.argv[2])
    timesteps = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    network = configuration["network"]
    if network.get("name") not in VGG:
        sys.exit("the networks compared are " + ", ".join(VGG))
    torch.set_num_threads(configuration["threads"])
    torch.manual_seed(configuration["seed"])
    model = Network(
        VGG[network["name"]],
        network["width"],
        network["classes"],
        network["batchNormalisation"],
        network.get("dropout", 0.0),
        timesteps,
    ).to(memory_format=torch.channels_last)
    stage = next(each for each in configuration["stages"] if each["timesteps"] == timesteps)
    optimiser = optimiser_of(stage, model.parameters())
    batch = stage["batchSize"]
    images = torch.randn(batch, 3, 32, 32).to(memory_format=torch.channels_last)
    labels = torch.randint(0, network["classes"], (batch,))
    lowered = configuration["precision"] == "BFLOAT16"

    def step():
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(images, lowered), labels)
        loss.backward()
        optimiser.step()
        return loss.item()

    for _ in range(3):
        step()
    begin = time.perf_counter()
    for _ in range(steps):
        step()
    seconds = time.perf_counter() - begin
    print(
        json.dumps(
            {
                "pytorch": torch.__version__,
                "network": network["name"],
                "timesteps": timesteps,
                "precision": configuration["precision"],
                "threads": configuration["threads"],
                "batchSize": batch,
                "imagesPerSecond": batch * steps / seconds,
            }
        )
    )


if __name__ == "__main__":
    main()
