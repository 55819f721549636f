#!/usr/bin/env python3
"""Times one training step of a configuration's ANN in PyTorch, the same step that
`spikeledger train CONFIG --time STEPS` times: forward, loss, backward, SGD with Nesterov momentum,
in channels-last memory, in bfloat16 but for the first layer where the configuration says so.

Needs PyTorch (Debian: apt-get install python3-torch). Prints one JSON object.

    python3 training/bench/pytorch_step.py training/configs/cifar10-vgg16.json 10
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


class Ann(torch.nn.Module):
    """Convolutions with batch normalisation and ReLU, average pools, one linear layer."""

    def __init__(self, parts, width, classes, normalised, dropout):
        super().__init__()
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
            layers.append(torch.nn.ReLU())
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
            return self.head(self.body(values)).float()


def main():
    configuration = json.load(open(sys.argv[1]))
    steps = int(sys.argv[2])
    network = configuration["network"]
    if network.get("name") not in VGG:
        sys.exit("the networks compared are " + ", ".join(VGG))
    torch.set_num_threads(configuration["threads"])
    torch.manual_seed(configuration["seed"])
    model = Ann(
        VGG[network["name"]],
        network["width"],
        network["classes"],
        network["batchNormalisation"],
        network.get("dropout", 0.0),
    ).to(memory_format=torch.channels_last)
    stage = configuration["stages"][0]
    optimiser = torch.optim.SGD(
        model.parameters(), lr=0.01, momentum=0.9, weight_decay=0.0005, nesterov=True
    )
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
                "precision": configuration["precision"],
                "threads": configuration["threads"],
                "batchSize": batch,
                "imagesPerSecond": batch * steps / seconds,
            }
        )
    )


if __name__ == "__main__":
    main()
