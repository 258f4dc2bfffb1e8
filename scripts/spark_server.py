"""A Spark Connect server on this machine, to try and test the engine `spark`: `spark_server.py [--port 15002]`.

Installs PySpark (half a gigabyte, with its jars) in an environment of its own under ~/.cache/baken, then becomes the
server until it is stopped. Needs Java 17 or later. The process keeps its number: stop it by that.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

PYSPARK = "pyspark==4.2.0"
HOME = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "baken" / PYSPARK.replace("==", "-")
SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"


def main() -> None:
    """Install where needed, then run the server in this process's place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=15002)
    parser.add_argument("--memory", default="1g")
    arguments = parser.parse_args()
    if not shutil.which("java"):
        sys.exit("Spark needs Java: install a runtime (Debian: apt-get install default-jre-headless).")
    spark = installed()
    settings = {
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": str(arguments.port),
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "1",
    }
    given = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    command = [str(spark / "bin" / "spark-submit"), "--master", "local[2]", "--driver-memory", arguments.memory]
    os.environ["SPARK_HOME"] = str(spark)
    os.execv(command[0], [*command, *given, "--class", SERVER])


def installed() -> Path:
    """Where PySpark stands; installed first when it is missing."""
    if not (HOME / "complete").exists():
        print(f"· installing {PYSPARK} in {HOME}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)
        subprocess.run([str(HOME / "bin" / "python"), "-m", "pip", "install", "-q", PYSPARK], check=True)
        (HOME / "complete").touch()
    return next(HOME.glob("lib/python3*/site-packages/pyspark"))


if __name__ == "__main__":
    main()
