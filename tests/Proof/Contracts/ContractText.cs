using Proof.Contracts;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Proof.Contracts;

/// <summary>Access contracts that a test writes itself.</summary>
internal static class ContractText
{
    /// <summary>Reads a contract without faults, which the schema has to accept as well.</summary>
    public static AccessContract Read(string yaml) => InAFile(yaml, AccessSchemaVerdict.Read);

    /// <summary>What becomes of a contract that stands in a file, for as long as it is looked at.</summary>
    public static T InAFile<T>(string yaml, Func<string, T> look)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, yaml);
            return look(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
