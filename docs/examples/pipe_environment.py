#!/usr/bin/env python3
"""An environment for Spikeledger over a pipe, with Python's standard library only.

Without arguments it plays a tiny game: a target and a paddle on a line of nine places; the actions
are left, stay, right; under the target the paddle earns 1 a step; an episode has 30 steps.

    ./spikeledger episode NETWORK --environment "pipe:python3 docs/examples/pipe_environment.py"

With a name it plays an environment of Gymnasium, where that is installed:

    pipe:python3 docs/examples/pipe_environment.py --gymnasium CartPole-v1
"""

import random
import sys

PLACES = 9
STEPS = 30


class Catch:
    """The tiny game. An observation is the target's place, then the paddle's, one-hot."""

    shape = (2 * PLACES,)
    actions = 3

    def reset(self, seed):
        self.random = random.Random(seed)
        self.paddle = PLACES // 2
        self.target = self.random.randrange(PLACES)
        self.left = STEPS
        return self.observation()

    def step(self, action):
        self.paddle = min(PLACES - 1, max(0, self.paddle + action - 1))
        reward = 1 if self.paddle == self.target else 0
        if reward and self.random.randrange(3) == 0:
            self.target = self.random.randrange(PLACES)
        self.left -= 1
        return reward, False, self.left == 0, self.observation()

    def observation(self):
        values = [0] * (2 * PLACES)
        values[self.target] = 1
        values[PLACES + self.paddle] = 1
        return values


class Gymnasium:
    """Any environment of Gymnasium with numbers to see and a list of actions."""

    def __init__(self, name):
        import gymnasium

        self.environment = gymnasium.make(name)
        self.shape = self.environment.observation_space.shape
        self.actions = int(self.environment.action_space.n)

    def reset(self, seed):
        observation, _ = self.environment.reset(seed=seed % 2**31)
        return observation.flatten().tolist()

    def step(self, action):
        observation, reward, terminated, truncated, _ = self.environment.step(action)
        return float(reward), terminated, truncated, observation.flatten().tolist()


def answer(words):
    print(" ".join(map(str, words)), flush=True)


def serve(environment):
    for line in sys.stdin:
        request, *arguments = line.split()
        if request == "spikeledger-environment":
            if arguments != ["1"]:
                answer(["error", "this speaks version 1"])
                continue
            shape = "x".join(map(str, environment.shape))
            answer(["environment", 1, "shape", shape, "actions", environment.actions])
        elif request == "reset":
            answer(["observation", *environment.reset(int(arguments[0]))])
        elif request == "step":
            reward, terminated, truncated, observation = environment.step(int(arguments[0]))
            state = "terminated" if terminated else "truncated" if truncated else "going"
            answer(["step", reward, state, *observation])
        elif request == "close":
            return
        else:
            answer(["error", "unknown request", request])


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--gymnasium":
        serve(Gymnasium(sys.argv[2]))
    elif len(sys.argv) == 1:
        serve(Catch())
    else:
        sys.exit(__doc__)
