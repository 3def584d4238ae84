namespace Proof.Contracts;

/// <summary>An access contract that cannot be judged, with everything that is wrong in it.</summary>
/// <param name="file">The contract's file.</param>
/// <param name="faults">The faults, in the order of the file.</param>
public sealed class InvalidContractException(string file, IReadOnlyList<ContractFault> faults)
    : Exception(
        $"{file}: the access contract has {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}.\n{string.Join('\n', faults)}")
{
    /// <summary>The faults, in the order of the file.</summary>
    public IReadOnlyList<ContractFault> Faults { get; } = faults;
}
